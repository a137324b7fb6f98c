"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormArea } from "@/components/forms/form-area.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Dialog, DialogClose } from "@/components/ui/dialog.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

type Made = ActionResult<{ url: string }>;

interface MakeDemoLinkProps {
  make: (previous: Made | null, form: FormData) => Promise<Made>;
}

/** Asks whom an investor's link is for, and shows it once. */
export function MakeDemoLink({ make }: MakeDemoLinkProps) {
  const [isOpen, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  function change(next: boolean): void {
    setOpen(next);
    setUrl(null);
  }
  return (
    <Dialog
      trigger={<Button>Make a link</Button>}
      open={isOpen}
      onOpenChange={change}
      title={url === null ? "Make an investor’s link" : "The link is made"}
      description={
        url === null
          ? "Whoever has it steps into a demo with one click, and you see that they did."
          : "Copy it now: it is not kept, and cannot be shown again."
      }
    >
      {url === null ? <LinkForm make={make} onMade={setUrl} /> : <MadeLink url={url} />}
    </Dialog>
  );
}

function MadeLink({ url }: { url: string }) {
  return (
    <div className="mt-6 grid gap-6">
      <div className="flex items-start gap-3">
        <code className="min-w-0 flex-1 bg-paper-sunken px-3 py-2 font-mono text-sm wrap-anywhere">{url}</code>
        <CopyButton text={url} what="the link" />
      </div>
      <div>
        <DialogClose render={<Button variant="secondary" />}>Done</DialogClose>
      </div>
    </div>
  );
}

function LinkForm({ make, onMade }: MakeDemoLinkProps & { onMade: (url: string) => void }) {
  async function makeAndShow(previous: Made | null, form: FormData): Promise<Made> {
    const result = await make(previous, form);
    if (result.ok) onMade(result.data.url);
    return result;
  }
  return (
    <ActionForm
      action={makeAndShow}
      submit="Make the link"
      beside={<DialogClose render={<Button variant="secondary" />}>Cancel</DialogClose>}
      className="mt-6 grid gap-5"
    >
      <FormField name="name" label="Whom it is for" hint="The page greets them by it." autoComplete="off" />
      <FormArea name="greeting" label="Greeting (optional)" rows={3} />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField name="days" label="Days it is good for" inputMode="numeric" defaultValue="14" />
        <FormField name="maxUses" label="How often it can be used" inputMode="numeric" defaultValue="5" />
      </div>
    </ActionForm>
  );
}
