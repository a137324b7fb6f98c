import type { EntrySummary } from "@/features/entries/entry.ts";
import type { Revision } from "@/features/entries/history/api.ts";
import type { Snapshot } from "@/features/entries/history/compare.ts";
import type { Term } from "@/features/terms/api.ts";

type Known = {
  pages: readonly Pick<EntrySummary, "id" | "title">[];
  terms: readonly Pick<Term, "id" | "name">[];
};

/** What a revision held, with names in the place of ids, as far as they are still known. */
export function snapshotOf(revision: Revision, { pages, terms }: Known): Snapshot {
  const { title, slug, parentId, data } = revision;
  // A format says how the text is kept, not what it says.
  const { bodyFormat: _, ...said } = data;
  return {
    title,
    slug,
    parent: parentId
      ? (pages.find(({ id }) => id === parentId)?.title ?? "A page that is gone")
      : "",
    terms: revision.terms.map(
      (id) => terms.find((term) => term.id === id)?.name ?? "One that is gone",
    ),
    data: said,
  };
}
