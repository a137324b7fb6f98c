import type { Term, TermKind } from "@/features/terms/api.ts";

type Words = { one: string; many: string; line: string; none: string };

/** What the two kinds of terms are called, and what each is for. */
export const termWords: Readonly<Record<TermKind, Words>> = {
  category: {
    one: "category",
    many: "Categories",
    line: "The few large subjects that the blog is divided into.",
    none: "No categories yet.",
  },
  tag: {
    one: "tag",
    many: "Tags",
    line: "As many as you like, for what else a post touches.",
    none: "No tags yet.",
  },
};

/** Where the posts that bear it are listed on the site. */
export const listedAt = ({ kind, slug }: Pick<Term, "kind" | "slug">): string =>
  `/blog/${kind}/${slug}`;

export function usedIn(entries: number): string {
  if (entries === 0) return "not used yet";
  return entries === 1 ? "1 entry" : `${entries} entries`;
}

/** Those whose name or address holds the words, in any case. */
export function matching<T extends Pick<Term, "name" | "slug">>(
  terms: readonly T[],
  words: string,
): T[] {
  const wanted = words.trim().toLowerCase();
  return terms.filter(
    ({ name, slug }) => name.toLowerCase().includes(wanted) || slug.includes(wanted),
  );
}
