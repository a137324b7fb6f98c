import type { EntrySummary } from "@/features/entries/entry.ts";

type Page = Pick<EntrySummary, "id" | "title" | "position" | "inNavigation">;

/** The site's menu and what else could be in it. Drafts keep their place; visitors do not see them. */
export type MenuOrder<T> = { shown: T[]; others: T[] };

export function menuOf<T extends Page>(
  pages: readonly T[],
  homePageId: string | null,
): MenuOrder<T> {
  const candidates = pages
    .filter(({ id }) => id !== homePageId)
    .toSorted((a, b) => a.position - b.position || a.title.localeCompare(b.title));
  return {
    shown: candidates.filter(({ inNavigation }) => inNavigation),
    others: candidates.filter(({ inNavigation }) => !inNavigation),
  };
}

/** The ids with the one at `from` moved by `by` places; beyond an end nothing moves. */
export function moved(ids: readonly string[], from: number, by: number): string[] {
  const to = from + by;
  const id = ids[from];
  if (id === undefined || to < 0 || to >= ids.length) return [...ids];
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
