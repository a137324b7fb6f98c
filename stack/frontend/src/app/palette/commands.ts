import {
  ArrowUpRight,
  FilePlus2,
  LayoutList,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Sun,
} from "lucide-react";
import { sectionsFor } from "@/app/sections.ts";
import { listLink, newEntryLink, type ScreenLink } from "@/features/entries/links.ts";
import { may, type User } from "@/features/session/api.ts";
import type { Theme } from "@/lib/theme.ts";

/** What a command does, as data: the palette carries it out. */
export type Deed =
  | { kind: "go"; link: ScreenLink }
  | { kind: "visit"; href: string }
  | { kind: "theme"; theme: Theme }
  | { kind: "sign-out" };

export type Command = {
  name: string;
  group: "Go to" | "Do";
  icon: LucideIcon;
  deed: Deed;
  words?: string | undefined;
};

const themes: readonly Command[] = [
  { name: "Light theme", group: "Do", icon: Sun, deed: { kind: "theme", theme: "light" } },
  { name: "Dark theme", group: "Do", icon: Moon, deed: { kind: "theme", theme: "dark" } },
  {
    name: "Theme as the system",
    group: "Do",
    icon: Monitor,
    deed: { kind: "theme", theme: "system" },
  },
];

type NamedType = { key: string; name: string; plural: string };

const builtIn: readonly NamedType[] = [
  { key: "page", name: "Page", plural: "Pages" },
  { key: "post", name: "Post", plural: "Posts" },
];

/** Everything the palette offers to this person beside the entries it finds. */
export function commandsFor(
  user: Pick<User, "permissions">,
  customTypes: readonly NamedType[] = [],
): readonly Command[] {
  return [
    ...sectionsFor(user).map(
      ({ to, label, icon, words }): Command => ({
        name: label,
        group: "Go to",
        icon,
        deed: { kind: "go", link: { to } },
        words,
      }),
    ),
    ...(may(user, "pages.read") ? customTypes : []).map(
      ({ key, plural }): Command => ({
        name: plural,
        group: "Go to",
        icon: LayoutList,
        deed: { kind: "go", link: listLink(key) },
        words: "content entries",
      }),
    ),
    ...(may(user, "pages.write") ? [...builtIn, ...customTypes] : []).map(
      ({ key, name }): Command => ({
        name: `New ${name.toLowerCase()}`,
        group: "Do",
        icon: FilePlus2,
        deed: { kind: "go", link: newEntryLink(key) },
        words: "write create add",
      }),
    ),
    {
      name: "View the site",
      group: "Do",
      icon: ArrowUpRight,
      deed: { kind: "visit", href: "/" },
      words: "open public visit",
    },
    ...themes,
    {
      name: "Sign out",
      group: "Do",
      icon: LogOut,
      deed: { kind: "sign-out" },
      words: "log out leave",
    },
  ];
}

/** Those that have every word of the text somewhere; all of them for an empty one. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ name, words }) => {
    const haystack = `${name} ${words ?? ""}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
}
