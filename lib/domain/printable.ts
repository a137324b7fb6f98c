/** Text safe to show on one line of a terminal, at most 80 characters. */
export function printable(text: string): string {
  const line = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "·");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
