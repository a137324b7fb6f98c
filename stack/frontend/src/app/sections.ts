import type { LinkProps } from "@tanstack/react-router";
import {
  ArrowRightLeft,
  Files,
  Images,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  Newspaper,
  Palette,
  ScrollText,
  Settings2,
  Shapes,
  Tags,
  UsersRound,
  Webhook,
} from "lucide-react";
import { may, type Permission, type User } from "@/features/session/api.ts";
import type { Keys } from "@/lib/shortcuts.ts";

export type Section = {
  /** A screen that exists: the router's own table is the type. */
  to: NonNullable<LinkProps["to"]>;
  label: string;
  icon: LucideIcon;
  needs: Permission;
  group: "start" | "content" | "site" | "administration";
  keys: Keys;
  /** Completes “Go to …” in the list of shortcuts. */
  called: string;
  /** What else people look for it by. */
  words?: string;
};

/**
 * Every screen that the navigation leads to. One line here is its entry in the sidebar, in the
 * command palette and among the keyboard shortcuts, for those who may see it.
 */
export const sections = [
  {
    to: "/",
    label: "Overview",
    icon: LayoutDashboard,
    needs: "pages.read",
    group: "start",
    keys: "g o",
    called: "the overview",
    words: "dashboard home start",
  },
  {
    to: "/pages",
    label: "Pages",
    icon: Files,
    needs: "pages.read",
    group: "content",
    keys: "g p",
    called: "the pages",
    words: "content drafts tree",
  },
  {
    to: "/posts",
    label: "Posts",
    icon: Newspaper,
    needs: "pages.read",
    group: "content",
    keys: "g b",
    called: "the posts",
    words: "blog articles news drafts",
  },
  {
    to: "/media",
    label: "Media",
    icon: Images,
    needs: "media.read",
    group: "content",
    keys: "g m",
    called: "the media library",
    words: "pictures images files upload",
  },
  {
    to: "/terms",
    label: "Categories and tags",
    icon: Tags,
    needs: "pages.write",
    group: "content",
    keys: "g l",
    called: "the categories and tags",
    words: "terms labels subjects blog",
  },
  {
    to: "/types",
    label: "Content types",
    icon: Shapes,
    needs: "pages.edit",
    group: "site",
    keys: "g c",
    called: "the content types",
    words: "fields schema model structure custom",
  },
  {
    to: "/design",
    label: "Design",
    icon: Palette,
    needs: "site.read",
    group: "site",
    keys: "g d",
    called: "the design",
    words: "theme colours fonts type logo menu navigation footer look",
  },
  {
    to: "/settings",
    label: "Site settings",
    icon: Settings2,
    needs: "site.read",
    group: "site",
    keys: "g s",
    called: "the site settings",
    words: "title tagline language home page",
  },
  {
    to: "/people",
    label: "People",
    icon: UsersRound,
    needs: "people.read",
    group: "administration",
    keys: "g u",
    called: "the people",
    words: "users roles team access",
  },
  {
    to: "/tokens",
    label: "Tokens",
    icon: KeyRound,
    needs: "tokens.manage",
    group: "administration",
    keys: "g t",
    called: "the tokens",
    words: "api keys programs",
  },
  {
    to: "/webhooks",
    label: "Webhooks",
    icon: Webhook,
    needs: "webhooks.manage",
    group: "administration",
    keys: "g w",
    called: "the webhooks",
    words: "notifications deliveries programs",
  },
  {
    to: "/transfer",
    label: "Import & export",
    icon: ArrowRightLeft,
    needs: "site.transfer",
    group: "administration",
    keys: "g i",
    called: "import and export",
    words: "wordpress backup move zip transfer download",
  },
  {
    to: "/audit",
    label: "Audit log",
    icon: ScrollText,
    needs: "audit.read",
    group: "administration",
    keys: "g a",
    called: "the audit log",
    words: "history who did what",
  },
] as const satisfies readonly Section[];

const groups = [
  { id: "start", label: null },
  { id: "content", label: "Content" },
  { id: "site", label: "Site" },
  { id: "administration", label: "Administration" },
] as const satisfies readonly { id: Section["group"]; label: string | null }[];

export function sectionsFor(user: Pick<User, "permissions">): readonly Section[] {
  return sections.filter(({ needs }) => may(user, needs));
}

/** The same in their groups, without the groups that would be empty. */
export function sectionGroupsFor(user: Pick<User, "permissions">) {
  const offered = sectionsFor(user);
  return groups
    .map(({ id, label }) => ({ id, label, sections: offered.filter(({ group }) => group === id) }))
    .filter(({ sections }) => sections.length > 0);
}
