import { Link } from "@tanstack/react-router";
import { ArrowUpRight, Merge, Pencil, Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { useMay } from "@/features/session/use-user.ts";
import type { Term, TermKind } from "@/features/terms/api.ts";
import { inTreeOrder } from "@/features/terms/tree.ts";
import { listedAt, matching, termWords, usesOf } from "@/features/terms/words.ts";

type TermListProps = {
  kind: TermKind;
  terms: readonly Term[];
  /** What is searched for; empty for all. */
  words: string;
  onNew: () => void;
  onChange: (term: Term) => void;
  onMerge: (term: Term) => void;
  onDelete: (term: Term) => void;
};

/** All categories, or all tags: as a tree, or those that are searched for. */
export function TermList({
  kind,
  terms,
  words,
  onNew,
  onChange,
  onMerge,
  onDelete,
}: TermListProps) {
  const writes = useMay("pages.write");
  const edits = useMay("pages.edit");
  const { one, many, line, none } = termWords[kind];
  const branches = inTreeOrder(terms);
  const found = new Set(matching(terms, words));
  const shown = branches.filter(({ term }) => found.has(term));
  return (
    <section aria-labelledby={`terms-${kind}`} className="min-w-0">
      <div className="flex items-end justify-between gap-4">
        <h2 id={`terms-${kind}`} className="font-display text-2xl">
          {many}
        </h2>
        {writes && (
          <Button size="sm" onClick={onNew}>
            <Plus aria-hidden />
            New {one}
          </Button>
        )}
      </div>
      <p className="mt-1 text-muted text-sm">{line}</p>
      <ul className="mt-4 border-ink border-t">
        {shown.map(({ term, depth, above }) => (
          <li
            key={term.id}
            className="flex items-start gap-1 border-rule border-b py-2.5"
            style={words === "" ? indented(depth) : undefined}
          >
            <div className="mr-auto min-w-0 py-1">
              <p className="font-medium [overflow-wrap:anywhere]">
                <Link
                  to="/posts"
                  search={{ term: term.id }}
                  title="The posts that bear it"
                  className="underline-offset-4 hover:underline"
                >
                  {term.name}
                </Link>
              </p>
              <p className="text-muted text-sm [overflow-wrap:anywhere]">
                {above && (
                  <span className={words === "" ? "sr-only" : undefined}>In {above} · </span>
                )}
                {usesOf(term)}
                {term.description && ` · ${term.description}`}
              </p>
            </div>
            <a
              href={listedAt(term)}
              target="_blank"
              rel="noreferrer"
              title="View on the site"
              className="grid size-10 shrink-0 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
            >
              <ArrowUpRight aria-hidden className="size-4" />
              <span className="sr-only">
                View the posts in “{term.name}” on the site (opens in a new tab)
              </span>
            </a>
            {edits && (
              <>
                <Button variant="quiet" size="icon" title="Change" onClick={() => onChange(term)}>
                  <Pencil aria-hidden />
                  <span className="sr-only">Change “{term.name}”</span>
                </Button>
                <Button
                  variant="quiet"
                  size="icon"
                  title="Merge into…"
                  onClick={() => onMerge(term)}
                >
                  <Merge aria-hidden />
                  <span className="sr-only">
                    Merge “{term.name}” into another {one}
                  </span>
                </Button>
                <Button
                  variant="quiet"
                  size="icon"
                  title="Delete"
                  className="text-muted hover:text-bad"
                  onClick={() => onDelete(term)}
                >
                  <Trash2 aria-hidden />
                  <span className="sr-only">Delete “{term.name}”</span>
                </Button>
              </>
            )}
          </li>
        ))}
        {shown.length === 0 && (
          <li className="border-rule border-b py-4 text-muted">
            {words === "" ? none : `Nothing here is called “${words}”.`}
          </li>
        )}
      </ul>
    </section>
  );
}

/** Less on a phone, and no further than a name has room. */
const indented = (depth: number) => ({
  paddingInlineStart: `calc(${Math.min(depth, 5)} * clamp(0.75rem, 2vw, 1.5rem))`,
});
