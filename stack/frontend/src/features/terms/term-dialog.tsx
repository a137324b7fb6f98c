import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import {
  changeTerm,
  createTerm,
  type Term,
  type TermFields,
  type TermKind,
  termsKey,
} from "@/features/terms/api.ts";
import { TermOptions } from "@/features/terms/term-options.tsx";
import { outside } from "@/features/terms/tree.ts";
import { listedAt, termWords } from "@/features/terms/words.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { maxSlug, slugify } from "@/lib/slugify.ts";

/** The term to change, or the kind of a new one. */
export type Subject = { kind: TermKind; term: Term | null };

type TermDialogProps = {
  subject: Subject | null;
  /** All there are, of its kind and of others. */
  terms: readonly Term[];
  onClose: () => void;
};

/** Makes a category or a tag, or changes one. */
export function TermDialog({ subject, terms, onClose }: TermDialogProps) {
  // What it was about, while it closes.
  const [last, setLast] = useState(subject);
  if (subject && subject !== last) setLast(subject);
  const shown = subject ?? last;
  const what = shown ? termWords[shown.kind].one : "";
  return (
    <Dialog
      open={subject !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={shown?.term ? `Change the ${what}` : `New ${what}`}
    >
      {shown && <Form subject={shown} terms={terms} onDone={onClose} />}
    </Dialog>
  );
}

type FormProps = { subject: Subject; terms: readonly Term[]; onDone: () => void };

function Form({ subject: { kind, term }, terms, onDone }: FormProps) {
  const [fields, setFields] = useState<TermFields>({
    name: term?.name ?? "",
    slug: term?.slug ?? "",
    description: term?.description ?? "",
    parentId: term?.parentId ?? null,
  });
  const categories = terms.filter((one) => one.kind === "category");
  const set = (change: Partial<TermFields>) => setFields((now) => ({ ...now, ...change }));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (): Promise<unknown> =>
      term ? changeTerm(term.id, fields) : createTerm(kind, fields),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: termsKey });
      toast.success(term ? `“${fields.name}” is saved` : `“${fields.name}” is there now`);
      onDone();
    },
  });
  const errors = save.error instanceof ApiError ? save.error.fields : {};
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={80}
            autoComplete="off"
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Address"
        error={errors.slug}
        hint={
          <>
            Its posts stand at <code>{listedAt({ kind, slug: fields.slug || "…" })}</code>
            {term && term.slug !== fields.slug && "; the present address leads there then"}.
          </>
        }
      >
        {(control) => (
          <Input
            {...control}
            maxLength={maxSlug}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-sm"
            placeholder={slugify(fields.name) || "chosen from the name"}
            value={fields.slug}
            onChange={(event) => set({ slug: event.target.value })}
            onBlur={() => set({ slug: slugify(fields.slug) })}
          />
        )}
      </Field>
      {kind === "category" && (
        <Field
          label="Below"
          error={errors.parentId}
          hint="Its posts are also those of what it stands below. Its address stays the same."
        >
          {(control) => (
            <Select
              {...control}
              value={fields.parentId ?? ""}
              onChange={(event) => set({ parentId: event.target.value || null })}
            >
              <option value="">Nothing: at the top</option>
              <TermOptions terms={term ? outside(categories, term.id) : categories} />
            </Select>
          )}
        </Field>
      )}
      <Field
        label="Description"
        error={errors.description}
        hint="Stands above its posts, and in search results."
      >
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            value={fields.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      {save.error && Object.keys(errors).length === 0 && (
        <Notice tone="bad">{messageOf(save.error)}</Notice>
      )}
      <div>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {term ? "Save" : `Make the ${termWords[kind].one}`}
        </Button>
      </div>
    </form>
  );
}
