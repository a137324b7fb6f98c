import { fitText, padText, textWidth } from "./text-width.ts";

export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  /** Columns that give way first when the terminal is narrow; the others keep their width. */
  readonly shrinks?: boolean;
  readonly align?: "right";
  /** Colours the padded cell. */
  readonly paint?: (cell: string, row: Row) => string;
}

const gap = "  ";
const narrowest = 8;

/**
 * Lays rows out in columns.
 * @param width columns of the terminal; Infinity when there is none, and then nothing is cut
 * @returns lines, the head first
 */
export function layoutTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
  paintHead: (text: string) => string = (text) => text,
): string[] {
  const cells = rows.map((row) => columns.map((column) => column.text(row)));
  const widths = fitWidths(columns, cells, width);
  const place = (text: string, index: number): string => {
    const size = widths[index] ?? 0;
    const fitted = fitText(text, size);
    if (columns[index]?.align === "right") return " ".repeat(Math.max(0, size - textWidth(fitted))) + fitted;
    return index === columns.length - 1 ? fitted : padText(fitted, size);
  };
  const head = paintHead(columns.map((column, index) => place(column.title, index)).join(gap));
  const lines = cells.map((line, rowIndex) => {
    const row = rows[rowIndex] as Row;
    return line.map((text, index) => columns[index]?.paint?.(place(text, index), row) ?? place(text, index)).join(gap);
  });
  return [head, ...lines];
}

function fitWidths<Row>(columns: readonly Column<Row>[], cells: readonly string[][], width: number): number[] {
  const widths = columns.map((column, index) =>
    cells.reduce((most, line) => Math.max(most, textWidth(line[index] ?? "")), textWidth(column.title)),
  );
  const total = (): number => widths.reduce((sum, size) => sum + size, 0) + gap.length * (columns.length - 1);
  while (total() > width) {
    const shrinking = columns
      .map((column, index) => ({ index, size: column.shrinks ? (widths[index] ?? 0) : 0 }))
      .reduce((a, b) => (b.size > a.size ? b : a));
    if (shrinking.size <= narrowest) break;
    widths[shrinking.index] = shrinking.size - 1;
  }
  return widths;
}
