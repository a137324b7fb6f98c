type Cell = string | number | Date | null;

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula is kept one by
 * an apostrophe before it: names come from strangers.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = cell instanceof Date ? cell.toISOString() : harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** OWASP, “CSV Injection”; also after spaces, and for the full-width forms that some programs take for the same. */
const harmless = (text: string): string => (/^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text);
