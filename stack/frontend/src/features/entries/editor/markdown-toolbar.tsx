import { Toolbar } from "@base-ui/react/toolbar";
import { redo, undo } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import {
  Bold,
  Heading2,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from "lucide-react";
import {
  insertLink,
  lineKinds,
  toggleLines,
  toggleMark,
} from "@/features/entries/editor/markdown-commands.ts";
import { type Keys, keyCaps } from "@/lib/shortcuts.ts";

type Tool = {
  label: string;
  icon: LucideIcon;
  run: (view: EditorView) => boolean;
  keys?: Keys;
};

const groups: readonly (readonly Tool[])[] = [
  [
    { label: "Heading", icon: Heading2, run: toggleLines(lineKinds.heading) },
    { label: "Bold", icon: Bold, run: toggleMark("**"), keys: "mod+b" },
    { label: "Italic", icon: Italic, run: toggleMark("_"), keys: "mod+i" },
    { label: "Link", icon: Link, run: insertLink, keys: "mod+k" },
  ],
  [
    { label: "List", icon: List, run: toggleLines(lineKinds.bullets) },
    { label: "Numbered list", icon: ListOrdered, run: toggleLines(lineKinds.numbers) },
    { label: "Quote", icon: Quote, run: toggleLines(lineKinds.quote) },
  ],
  [
    { label: "Undo", icon: Undo2, run: undo, keys: "mod+z" },
    { label: "Redo", icon: Redo2, run: redo },
  ],
];

/** One Tab stop; the arrow keys move between the tools. */
export function MarkdownToolbar({ view }: { view: EditorView | null }) {
  return (
    <Toolbar.Root
      aria-label="Formatting"
      className="sticky top-0 z-10 -mx-2 flex flex-wrap items-center border-rule border-b bg-paper py-1.5"
    >
      {groups.map((tools, index) => (
        <Toolbar.Group
          key={tools[0]?.label}
          aria-label={["Text", "Blocks", "History"][index]}
          className="flex items-center not-first:ml-1.5 not-first:border-rule not-first:border-l not-first:pl-1.5"
        >
          {tools.map(({ label, icon: Icon, run, keys }) => (
            <Toolbar.Button
              key={label}
              aria-label={label}
              title={keys ? `${label} (${keyCaps(keys).join(" ")})` : label}
              disabled={!view}
              onClick={() => view && run(view)}
              className="grid size-9 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
            >
              <Icon aria-hidden className="size-[1.125rem]" />
            </Toolbar.Button>
          ))}
        </Toolbar.Group>
      ))}
    </Toolbar.Root>
  );
}
