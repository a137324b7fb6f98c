"use client";

import { Bookmark, X } from "lucide-react";
import Link from "next/link";
import { Suspense, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog-later.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { IconButton } from "@/components/ui/icon-button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { View } from "@/lib/tenants/saved-views.ts";

interface SavedViewsProps {
  views: readonly View[];
  /** What is shown now. */
  query: string;
  save: (input: { name: string; query: string }) => Promise<ActionResult<unknown>>;
  remove: (input: { id: string }) => Promise<ActionResult<unknown>>;
}

/** Searches that one comes back to; everybody has their own. */
export function SavedViews({ views, query, save, remove }: SavedViewsProps) {
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);

  async function forget(view: View): Promise<void> {
    const result = await remove({ id: view.id }).catch(() => unreached);
    if (!result.ok) toast.error(result.error.message);
  }

  return (
    <>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Saved views"
        trigger={
          <Button variant="secondary" size="small" className="min-h-11">
            <Bookmark aria-hidden="true" strokeWidth={1.5} />
            Views
          </Button>
        }
      >
        {views.length === 0 ? (
          <p className="my-4 text-ink-muted">Keep a search you come back to.</p>
        ) : (
          <ul className="my-4">
            {views.map((view) => (
              <li key={view.id} className="flex items-center gap-2">
                <Link
                  href={`/admin${view.query && `?${view.query}`}`}
                  prefetch={false}
                  scroll={false}
                  aria-current={view.query === query ? "true" : undefined}
                  className="link min-h-9 flex-1 content-center wrap-anywhere"
                  onClick={() => setOpen(false)}
                >
                  {view.name}
                </Link>
                <IconButton label={`Delete the view ${view.name}`} size="icon-small" onClick={() => void forget(view)}>
                  <X aria-hidden="true" strokeWidth={1.5} />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
        <Button
          size="small"
          variant="secondary"
          onClick={() => {
            setOpen(false);
            setSaving(true);
          }}
        >
          Save this view
        </Button>
      </Dialog>
      <Suspense>
        {isSaving && (
          <ConfirmDialog
            open
            onOpenChange={setSaving}
            title="Save this view"
            description="Its search, filters, columns and grouping. A name you have used is replaced."
            confirm="Save"
            onConfirm={(fields) => save({ name: String(fields.get("name") ?? ""), query })}
          >
            <Field label="Name">{(control) => <Input {...control} name="name" required maxLength={60} />}</Field>
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}
