import type { MenuItem, MenuLink } from "@/features/design/api.ts";

/**
 * A menu as it is arranged: one line below another, and what belongs below something one step in.
 * `key` lasts as long as the screen.
 */
export type MenuLine = MenuLink & { key: string; depth: 0 | 1 };

let lastKey = 0;

export function newLine(link: Partial<MenuLink> & Pick<MenuLink, "kind">): MenuLine {
  lastKey += 1;
  return {
    label: "",
    entryId: null,
    url: null,
    listing: null,
    ...link,
    key: `${lastKey}`,
    depth: 0,
  };
}

export function linesOf(items: readonly MenuItem[]): MenuLine[] {
  return items.flatMap(({ children, ...item }) => [
    newLine(item),
    ...children.map((child) => ({ ...newLine(child), depth: 1 as const })),
  ]);
}

/** The menu as the server takes it; what leads nowhere yet waits here. */
export function itemsOf(lines: readonly MenuLine[]): MenuItem[] {
  const items: MenuItem[] = [];
  for (const line of lines) {
    if (!isComplete(line)) continue;
    const { key: _, depth, ...link } = line;
    const above = items.at(-1);
    if (depth === 1 && above) above.children.push(link);
    else items.push({ ...link, children: [] });
  }
  return items;
}

export function isComplete({ kind, label, url, entryId, listing }: MenuLink): boolean {
  if (kind === "url") return Boolean(url) && label.trim() !== "";
  return kind === "entry" ? entryId !== null : listing !== null;
}

/** Where a line and what is below it begin, and how many they are. */
function blockAt(lines: readonly MenuLine[], key: string): { from: number; count: number } | null {
  const from = lines.findIndex((line) => line.key === key);
  const line = lines[from];
  if (!line) return null;
  if (line.depth === 1) return { from, count: 1 };
  const next = lines.findIndex(({ depth }, place) => place > from && depth === 0);
  return { from, count: (next < 0 ? lines.length : next) - from };
}

/** Whether a line has others below it. */
export function isAbove(lines: readonly MenuLine[], key: string): boolean {
  return (blockAt(lines, key)?.count ?? 0) > 1;
}

/**
 * The line, with what is below it, in the place of `overKey`. It goes below the one above it where it
 * was below one before, or comes between two that are.
 */
export function moved(lines: readonly MenuLine[], key: string, overKey: string): MenuLine[] {
  const block = blockAt(lines, key);
  const over = lines.findIndex((line) => line.key === overKey);
  if (!block || over < 0 || (over >= block.from && over < block.from + block.count))
    return [...lines];
  const moving = lines.slice(block.from, block.from + block.count);
  const rest = lines.toSpliced(block.from, block.count);
  let at = rest.findIndex((line) => line.key === overKey);
  if (over > block.from) at += 1;
  if (rest[at]?.depth === 1) {
    // What brings others along cannot stand between another and its own.
    if (moving.length > 1) while (rest[at]?.depth === 1) at += 1;
    else
      return flush(
        rest.toSpliced(at, 0, ...moving.map((line) => ({ ...line, depth: 1 as const }))),
      );
  }
  return flush(rest.toSpliced(at, 0, ...moving));
}

/** One step in, below the line before it, or out again. */
export function indented(lines: readonly MenuLine[], key: string, depth: 0 | 1): MenuLine[] {
  if (depth === 1 && !mayIndent(lines, key)) return [...lines];
  return flush(lines.map((line) => (line.key === key ? { ...line, depth } : line)));
}

/** There are two levels: what has others below it stays on the first, as does the first of all. */
export function mayIndent(lines: readonly MenuLine[], key: string): boolean {
  const block = blockAt(lines, key);
  return block !== null && block.from > 0 && block.count === 1;
}

/** Without the line; what was below it comes a step out. */
export function without(lines: readonly MenuLine[], key: string): MenuLine[] {
  const block = blockAt(lines, key);
  if (!block) return [...lines];
  const left = lines
    .slice(block.from + 1, block.from + block.count)
    .map((line) => ({ ...line, depth: 0 as const }));
  return flush(lines.toSpliced(block.from, block.count, ...left));
}

/** Nothing can be below what is not there. */
function flush(lines: readonly MenuLine[]): MenuLine[] {
  return lines.map((line, place) => (place === 0 ? { ...line, depth: 0 } : line));
}
