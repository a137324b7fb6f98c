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

type Named = Pick<Term, "kind" | "slug" | "name">;

/** How often it is used, and how often with what stands below it. */
export function usesOf({ entries, entriesWithBelow }: Pick<Term, "entries" | "entriesWithBelow">) {
  if (entriesWithBelow === entries) return usedIn(entries);
  if (entries === 0) return `${usedIn(entriesWithBelow)} below it`;
  return `${usedIn(entries)}, ${entriesWithBelow} with those below`;
}

/** What merging does, once it cannot be undone any more. `children` stand directly below the one that goes. */
export function whatMoves(
  gone: Named & Pick<Term, "entries">,
  into: Named,
  children: number,
): string {
  const moving =
    gone.entries === 0
      ? "No entry bears it."
      : `${usedIn(gone.entries)} ${gone.entries === 1 ? "gets" : "get"} “${into.name}” in its place, public ones too.`;
  const along =
    children > 0 &&
    `${children === 1 ? "The category" : `The ${children} categories`} below it ${children === 1 ? "goes" : "go"} along.`;
  const address = `${listedAt(gone)} leads to ${listedAt(into)} from then on.`;
  return [moving, along, address, "This cannot be undone."].filter(Boolean).join(" ");
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
