import type { Editor } from "@tiptap/core";
import {
  Code2,
  Heading2,
  Heading3,
  Heading4,
  Image,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Play,
  Quote,
  RectangleHorizontal,
  Table,
  Text,
} from "lucide-react";

/** Kinds of block that need something from the writer before they can be put in. */
export type Asked = "picture" | "video";

export type Block = {
  name: string;
  line: string;
  icon: LucideIcon;
  /** What else people look for it by. */
  words: string;
  /** What one types instead, at the start of a line. */
  typed?: string;
  run: ((editor: Editor) => void) | Asked;
};

const command = (run: (editor: Editor) => ReturnType<Editor["chain"]>) => (editor: Editor) => {
  run(editor).run();
};

/** What a text is made of. The menu behind “/” and the one behind “+” show the same. */
export const blocks: readonly Block[] = [
  {
    name: "Text",
    line: "An ordinary paragraph",
    icon: Text,
    words: "paragraph plain normal",
    run: command((editor) => editor.chain().focus().setParagraph()),
  },
  {
    name: "Heading",
    line: "Begins a part of the page",
    icon: Heading2,
    words: "h2 title section large",
    typed: "##",
    run: command((editor) => editor.chain().focus().toggleHeading({ level: 2 })),
  },
  {
    name: "Subheading",
    line: "Begins a part of a part",
    icon: Heading3,
    words: "h3 heading title section medium",
    typed: "###",
    run: command((editor) => editor.chain().focus().toggleHeading({ level: 3 })),
  },
  {
    name: "Small heading",
    line: "For what is within that",
    icon: Heading4,
    words: "h4 heading title section",
    typed: "####",
    run: command((editor) => editor.chain().focus().toggleHeading({ level: 4 })),
  },
  {
    name: "Bullet list",
    line: "Items in no order",
    icon: List,
    words: "unordered ul points",
    typed: "-",
    run: command((editor) => editor.chain().focus().toggleBulletList()),
  },
  {
    name: "Numbered list",
    line: "Steps, or a ranking",
    icon: ListOrdered,
    words: "ordered ol steps",
    typed: "1.",
    run: command((editor) => editor.chain().focus().toggleOrderedList()),
  },
  {
    name: "Picture",
    line: "From the library, with a caption",
    icon: Image,
    words: "image photo media figure",
    run: "picture",
  },
  {
    name: "Table",
    line: "Three by three to begin with",
    icon: Table,
    words: "grid rows columns cells",
    run: command((editor) =>
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
    ),
  },
  {
    name: "Quote",
    line: "Somebody else’s words",
    icon: Quote,
    words: "blockquote citation",
    typed: ">",
    run: command((editor) => editor.chain().focus().toggleBlockquote()),
  },
  {
    name: "Video",
    line: "From YouTube or Vimeo",
    icon: Play,
    words: "youtube vimeo embed film movie",
    run: "video",
  },
  {
    name: "Button",
    line: "A link that asks to be clicked",
    icon: RectangleHorizontal,
    words: "action link call cta",
    run: (editor) => {
      if (!editor.getAttributes("paragraph").actions) editor.commands.toggleActions();
      editor.chain().focus().setBold().run();
    },
  },
  {
    name: "Divider",
    line: "A line between two thoughts",
    icon: Minus,
    words: "rule hr separator line",
    typed: "---",
    run: command((editor) => editor.chain().focus().setHorizontalRule()),
  },
  {
    name: "Code",
    line: "Set as it is, letter by letter",
    icon: Code2,
    words: "pre program snippet monospace",
    typed: "```",
    run: command((editor) => editor.chain().focus().toggleCodeBlock()),
  },
];

/** The blocks that a text looks for, those whose name begins with it first. */
export function blocksFor(query: string): readonly Block[] {
  const text = query.trim().toLowerCase();
  const rank = ({ name, words }: Block): number => {
    if (name.toLowerCase().startsWith(text)) return 2;
    return `${name} ${words}`
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(text))
      ? 1
      : 0;
  };
  return blocks
    .map((block) => ({ block, rank: rank(block) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ block }) => block);
}
