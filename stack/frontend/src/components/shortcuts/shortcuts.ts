import { sectionsFor } from "@/app/sections.ts";
import { may, type User } from "@/features/session/api.ts";
import type { Keys } from "@/lib/shortcuts.ts";

export type ShortcutGroup = {
  name: string;
  shortcuts: readonly { keys: Keys; does: string }[];
};

/** What the shortcuts window lists for this person; the screens register the keys they answer to. */
export function shortcutGroupsFor(user: Pick<User, "permissions">): readonly ShortcutGroup[] {
  return [
    {
      name: "Everywhere",
      shortcuts: [
        { keys: "mod+k", does: "Search, go to or do anything" },
        ...sectionsFor(user).map(({ keys, called }) => ({ keys, does: `Go to ${called}` })),
        ...(may(user, "pages.write")
          ? [{ keys: "n", does: "Start a new page, or what the list holds" }]
          : []),
        { keys: "/", does: "Search what is listed" },
        { keys: "?", does: "Show this list" },
      ],
    },
    {
      name: "While writing",
      shortcuts: [
        { keys: "mod+s", does: "Save" },
        { keys: "mod+shift+p", does: "Publish" },
        { keys: "mod+shift+d", does: "Details beside the text" },
        { keys: "mod+shift+e", does: "Preview beside the text" },
        { keys: "mod+shift+h", does: "History" },
        { keys: "mod+b", does: "Bold" },
        { keys: "mod+i", does: "Italic" },
        { keys: "mod+k", does: "Link" },
        { keys: "/", does: "Put in a picture, a table…" },
        { keys: "mod+alt+2", does: "Heading" },
        { keys: "alt+F10", does: "Go to the tools" },
        { keys: "mod+f", does: "Find and replace, in Markdown" },
      ],
    },
  ];
}
