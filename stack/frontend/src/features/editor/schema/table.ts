import { mergeAttributes } from "@tiptap/core";
import {
  TableCell as BaseCell,
  TableHeader as BaseHeader,
  Table as BaseTable,
  TableRow,
} from "@tiptap/extension-table";

/** Where a cell's text stands, said by an attribute: a style would not come through the server. */
const alignments = ["left", "center", "right"] as const;
export type Alignment = (typeof alignments)[number];

const align = {
  default: null,
  parseHTML: (element: HTMLElement): Alignment | null => {
    const found = element.getAttribute("align");
    return alignments.find((known) => known === found) ?? null;
  },
  renderHTML: ({ align }: Record<string, unknown>) => (align ? { align } : {}),
};

const cell = { content: "(paragraph | bulletList | orderedList)+" };

/** The library looks for widths on every cell; we leave them to the browser. */
const colwidth = { default: null, rendered: false, parseHTML: () => null };

const TableCell = BaseCell.extend({
  ...cell,
  addAttributes() {
    return { ...this.parent?.(), colwidth, align };
  },
});

const TableHeader = BaseHeader.extend({
  ...cell,
  addAttributes() {
    return { ...this.parent?.(), colwidth, align };
  },
});

/** Without the library's column widths, which are styles. */
const Table = BaseTable.extend({
  renderHTML({ HTMLAttributes }) {
    return ["table", mergeAttributes(HTMLAttributes), ["tbody", 0]];
  },
});

export const tables = [Table.configure({ resizable: false }), TableRow, TableHeader, TableCell];
