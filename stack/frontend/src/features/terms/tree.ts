import type { Term } from "@/features/terms/api.ts";

type Placed = Pick<Term, "id" | "name" | "parentId">;

export type Branch<T> = {
  readonly term: T;
  /** 0 at the top. */
  readonly depth: number;
  /** The names of what it stands below, from the top: “Food / Bread”. */
  readonly above: string;
};

/**
 * Terms as a tree is read: each after what it stands below, neighbours in the order that is given. What
 * stands below something that is not among them is at the top.
 */
export function inTreeOrder<T extends Placed>(terms: readonly T[]): Branch<T>[] {
  const known = new Set(terms.map(({ id }) => id));
  const below = Map.groupBy(terms, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const listed = (parent: string | null, depth: number, names: readonly string[]): Branch<T>[] =>
    (below.get(parent) ?? []).flatMap((term) => [
      { term, depth, above: names.join(" / ") },
      ...listed(term.id, depth + 1, [...names, term.name]),
    ]);
  return listed(null, 0, []);
}

/** Those that are neither this one nor below it: where it can be put, and what it can become one with. */
export function outside<T extends Placed>(terms: readonly T[], id: string): T[] {
  const inside = new Set([id]);
  for (const { term } of inTreeOrder(terms)) {
    if (term.parentId !== null && inside.has(term.parentId)) inside.add(term.id);
  }
  return terms.filter((term) => !inside.has(term.id));
}
