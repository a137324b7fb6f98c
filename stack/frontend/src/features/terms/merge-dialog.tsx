import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { entryListsKey } from "@/features/entries/queries.ts";
import { mergeTerm, type Term, termsKey } from "@/features/terms/api.ts";
import { TermOptions } from "@/features/terms/term-options.tsx";
import { outside } from "@/features/terms/tree.ts";
import { termWords, whatMoves } from "@/features/terms/words.ts";
import { messageOf } from "@/lib/api-error.ts";

type MergeDialogProps = {
  /** The one that is to go; null for none. */
  term: Term | null;
  /** All there are, of its kind and of others. */
  terms: readonly Term[];
  onClose: () => void;
};

/** Asks for the term that another one is to go into, and says what that means. */
export function MergeDialog({ term, terms, onClose }: MergeDialogProps) {
  // What it was about, while it closes.
  const [last, setLast] = useState(term);
  if (term && term !== last) setLast(term);
  const shown = term ?? last;
  return (
    <Dialog
      open={term !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`Merge “${shown?.name ?? ""}” into another ${shown ? termWords[shown.kind].one : "term"}`}
    >
      {shown && <Form key={shown.id} term={shown} terms={terms} onDone={onClose} />}
    </Dialog>
  );
}

type FormProps = { term: Term; terms: readonly Term[]; onDone: () => void };

function Form({ term, terms, onDone }: FormProps) {
  const alike = terms.filter(({ kind }) => kind === term.kind);
  const offered = outside(alike, term.id);
  const [into, setInto] = useState<Term | undefined>();
  const queryClient = useQueryClient();
  const merge = useMutation({
    mutationFn: ({ id }: Term) => mergeTerm(term.id, id),
    onSuccess: async (_, { name }) => {
      await Promise.all(
        [termsKey, entryListsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      toast.success(`“${term.name}” is part of “${name}” now`);
      onDone();
    },
  });
  if (offered.length === 0) {
    return (
      <p className="mt-4 text-muted">
        There is no other {termWords[term.kind].one} it could go into.
      </p>
    );
  }
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (into && !merge.isPending) merge.mutate(into);
      }}
    >
      <Field label="Into">
        {(control) => (
          <Select
            {...control}
            required
            value={into?.id ?? ""}
            onChange={(event) => setInto(offered.find(({ id }) => id === event.target.value))}
          >
            <option value="" disabled>
              Choose…
            </option>
            <TermOptions terms={offered} />
          </Select>
        )}
      </Field>
      <p role="status" className="text-muted empty:hidden">
        {into && whatMoves(term, into, alike.filter(({ parentId }) => parentId === term.id).length)}
      </p>
      {merge.error && <Notice tone="bad">{messageOf(merge.error)}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={onDone}>
          Keep both
        </Button>
        <Button type="submit" variant="danger" busy={merge.isPending} disabled={!into}>
          Merge
        </Button>
      </div>
    </form>
  );
}
