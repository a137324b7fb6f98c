import type { EntrySummary } from "@/features/entries/entry.ts";

export type Placed = Pick<EntrySummary, "id" | "parentId" | "position" | "title">;

export type Branch<T> = {
  readonly entry: T;
  /** 0 at the top. */
  readonly depth: number;
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
  const listed = (parent: string | null, depth: number): Branch<T>[] =>
    (below.get(parent) ?? []).flatMap((entry) => [
      { entry, depth, hasChildren: below.has(entry.id) },
      ...(folded.has(entry.id) ? [] : listed(entry.id, depth + 1)),
    ]);
  return listed(null, 0);
}

/** Where an entry can be put: everywhere but below itself. Null is one that is not there yet. */
export function possibleParents<T extends Placed>(
  entries: readonly T[],
  id: string | null,
): Branch<T>[] {
  const itself = id === null ? [] : [id];
  return inTreeOrder(entries, new Set(itself)).filter(({ entry }) => entry.id !== id);
}
