import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { SearchInput } from "@/components/search-input.tsx";
import { siteQuery } from "@/features/site/api.ts";
import {
  countedTermsQuery,
  deleteTerm,
  type Term,
  type TermKind,
  termKinds,
  termsKey,
} from "@/features/terms/api.ts";
import { MergeDialog } from "@/features/terms/merge-dialog.tsx";
import { type Subject, TermDialog } from "@/features/terms/term-dialog.tsx";
import { TermList } from "@/features/terms/term-list.tsx";
import { termWords, usedIn } from "@/features/terms/words.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function TermsPage() {
  const { data: site } = useQuery(siteQuery);
  const terms = useQuery(countedTermsQuery);
  const [words, setWords] = useState("");
  const [subject, setSubject] = useState<Subject | null>(null);
  const [merging, setMerging] = useState<Term | null>(null);
  const [deleting, setDeleting] = useState<Term | null>(null);
  const queryClient = useQueryClient();
  useDocumentTitle("Categories and tags", site?.title ?? "");

  const lists = (all: readonly Term[], kind: TermKind) => (
    <TermList
      key={kind}
      kind={kind}
      terms={all.filter((term) => term.kind === kind)}
      words={words}
      onNew={() => setSubject({ kind, term: null })}
      onChange={(term) => setSubject({ kind, term })}
      onMerge={setMerging}
      onDelete={setDeleting}
    />
  );
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Categories and tags" />
      <p className="mt-4 mb-6 max-w-2xl text-muted">
        What posts are about. Each has a list of its posts on the site; a category’s holds those of
        the categories below it too.
      </p>
      <SearchInput label="Search by name" value={words} onChange={setWords} />
      <QueryState query={terms} what="categories and tags">
        {(all) => (
          <div className="mt-6 grid gap-x-12 gap-y-12 lg:grid-cols-2">
            {termKinds.map((kind) => lists(all, kind))}
          </div>
        )}
      </QueryState>
      <TermDialog subject={subject} terms={terms.data ?? []} onClose={() => setSubject(null)} />
      <MergeDialog term={merging} terms={terms.data ?? []} onClose={() => setMerging(null)} />
      <ConfirmDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title={`Delete the ${deleting ? termWords[deleting.kind].one : "term"} “${deleting?.name ?? ""}”?`}
        description={
          deleting &&
          whatGoes(
            deleting,
            terms.data?.some(({ parentId }) => parentId === deleting.id),
          )
        }
        confirm="Delete"
        run={async () => {
          if (!deleting) return;
          await deleteTerm(deleting.id);
          toast.success(`“${deleting.name}” is deleted`);
          await queryClient.invalidateQueries({ queryKey: termsKey });
        }}
      />
    </div>
  );
}

function whatGoes({ entries }: Term, hasBelow = false): string {
  const goes =
    entries === 0
      ? "No entry bears it. Its list on the site goes."
      : `It is taken off ${usedIn(entries)} at once, public ones too, and its list on the site goes. The ${entries === 1 ? "entry stays" : "entries stay"}.`;
  return hasBelow ? `${goes} What stands below it moves up one level.` : goes;
}
