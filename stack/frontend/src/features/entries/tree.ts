import type { EntrySummary } from "@/features/entries/entry.ts";

export type Placed = Pick<EntrySummary, "id" | "parentId" | "position" | "title">;

/** How many levels there may be: as many as the server takes. */
const deepest = 8;

export type Branch<T> = {
  readonly entry: T;
  /** 0 at the top. */
  readonly depth: number;
  /** What it stands below, from the top. */
  readonly above: readonly T[];
  readonly hasChildren: boolean;
};

/**
 * A tree in the order in which it is read, each entry after what it stands below and neighbours by
 * their position. Nothing is listed below those in `folded`. What stands below something that is not
 * among the entries is at the top.
 */
export function inTreeOrder<T extends Placed>(
  entries: readonly T[],
  folded: ReadonlySet<string> = new Set(),
): Branch<T>[] {
  const known = new Set(entries.map(({ id }) => id));
  const ordered = entries.toSorted(
    (a, b) => a.position - b.position || a.title.localeCompare(b.title),
  );
  const below = Map.groupBy(ordered, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const listed = (parent: string | null, above: readonly T[]): Branch<T>[] =>
    (below.get(parent) ?? []).flatMap((entry) => [
      { entry, depth: above.length, above, hasChildren: below.has(entry.id) },
      ...(folded.has(entry.id) ? [] : listed(entry.id, [...above, entry])),
    ]);
  return listed(null, []);
}

/** Whether it is `id`, or stands somewhere below it. */
export function isWithin<T extends Placed>(
  { entry, above }: Branch<T>,
  id: string | null,
): boolean {
  return entry.id === id || above.some((one) => one.id === id);
}

/**
 * What an entry can be put below: neither itself nor what is below it, nor where any of these would be too
 * deep. Null is one that is not there yet.
 */
export function possibleParents<T extends Placed>(
  entries: readonly T[],
  id: string | null,
): Branch<T>[] {
  const order = inTreeOrder(entries);
  const moved = order.filter((branch) => isWithin(branch, id)).map(({ depth }) => depth);
  const levels = 1 + Math.max(0, ...moved) - (moved[0] ?? 0);
  return order.filter((branch) => !isWithin(branch, id) && branch.depth + 1 + levels <= deepest);
}
