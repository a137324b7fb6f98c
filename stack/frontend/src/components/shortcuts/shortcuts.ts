import type { Keys } from "@/lib/shortcuts.ts";

/** What the shortcuts window lists; the screens register the keys they answer to. */
export const shortcutGroups: readonly {
  name: string;
  shortcuts: readonly { keys: Keys; does: string }[];
}[] = [
  {
    name: "Everywhere",
    shortcuts: [
      { keys: "g p", does: "Go to the pages" },
      { keys: "g m", does: "Go to the media library" },
      { keys: "g u", does: "Go to the people" },
      { keys: "g s", does: "Go to the site settings" },
      { keys: "n", does: "Start a new page" },
      { keys: "/", does: "Search the list" },
      { keys: "?", does: "Show this list" },
    ],
  },
  {
    name: "While writing",
    shortcuts: [
      { keys: "mod+s", does: "Save" },
      { keys: "mod+shift+p", does: "Publish" },
      { keys: "mod+b", does: "Bold" },
      { keys: "mod+i", does: "Italic" },
      { keys: "mod+k", does: "Link" },
      { keys: "mod+f", does: "Find and replace" },
    ],
  },
];
