"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import { useIsReady } from "@/components/ui/use-is-ready.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { TenantNote } from "@/lib/tenants/notes.ts";

interface TenantNotesProps {
  slug: string;
  notes: readonly TenantNote[];
  /** Null for those who only read. */
  write: ((input: { slug: string; text: string }) => Promise<ActionResult<unknown>>) | null;
}

/** What admins tell one another about a client, who never sees it. */
export function TenantNotes({ slug, notes, write }: TenantNotesProps) {
  const form = useRef<HTMLFormElement>(null);
  const isReady = useIsReady();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  async function add(text: string): Promise<void> {
    if (write === null || isBusy) return;
    setBusy(true);
    const result: ActionResult<unknown> = await write({ slug, text }).catch(() => unreached);
    setBusy(false);
    setError(result.ok ? undefined : (result.error.fields?.text?.[0] ?? result.error.message));
    if (result.ok) form.current?.reset();
  }

  return (
    <>
      {write && (
        <form
          ref={form}
          className="mb-6 max-w-prose"
          onSubmit={(event) => {
            event.preventDefault();
            void add(String(new FormData(event.currentTarget).get("text") ?? ""));
          }}
        >
          <Field label="New note" error={error}>
            {(control) => <Textarea {...control} name="text" rows={3} maxLength={4_000} />}
          </Field>
          <Button type="submit" size="small" className="mt-3" busy={isBusy} disabled={!isReady}>
            Add the note
          </Button>
        </form>
      )}
      {notes.length === 0 ? (
        <p className="text-ink-muted">No notes yet. The client never sees them.</p>
      ) : (
        <ul className="border-t border-rule">
          {notes.map(({ id, author, text, createdAt }) => (
            <li key={id} className="border-b border-rule py-3">
              <p className="caption">
                {author.replace(/^admin:/, "")}, <Moment at={createdAt} />
              </p>
              <p className="mt-1 max-w-prose wrap-anywhere whitespace-pre-wrap">{text}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
