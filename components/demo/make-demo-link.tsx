"use client";

import { useState } from "react";
import { z } from "zod/mini";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Dialog, DialogClose } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

const schema = z.object({
  name: z
    .string()
    .check(z.trim(), z.minLength(1, "Say whom it is for."), z.maxLength(80, "Use at most 80 characters.")),
  greeting: z.string().check(z.maxLength(300, "Use at most 300 characters.")),
  days: z.string().check(z.regex(/^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/, "Between 1 and 365 days.")),
  maxUses: z.string().check(z.regex(/^([1-9]\d?|100)$/, "Between 1 and 100 times.")),
});
type Fields = z.output<typeof schema>;

interface MakeDemoLinkProps {
  make: (input: Fields) => Promise<ActionResult<{ url: string }>>;
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
  const { register, errorOf, submit, isBusy, failure } = useActionForm(schema, make, {
    defaultValues: { name: "", greeting: "", days: "14", maxUses: "5" },
    onSuccess: ({ url }) => onMade(url),
  });
  return (
    <form onSubmit={submit} noValidate className="mt-6 grid gap-5">
      <Field label="Whom it is for" hint="The page greets them by it." error={errorOf("name")}>
        {(control) => <Input {...control} autoComplete="off" {...register("name")} />}
      </Field>
      <Field label="Greeting" optional error={errorOf("greeting")}>
        {(control) => <Textarea {...control} rows={3} {...register("greeting")} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Days it is good for" error={errorOf("days")}>
          {(control) => <Input {...control} inputMode="numeric" {...register("days")} />}
        </Field>
        <Field label="How often it can be used" error={errorOf("maxUses")}>
          {(control) => <Input {...control} inputMode="numeric" {...register("maxUses")} />}
        </Field>
      </div>
      {failure && <FormFailure failure={failure} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isBusy}>
          Make the link
        </Button>
        <DialogClose render={<Button variant="secondary" />}>Cancel</DialogClose>
      </div>
    </form>
  );
}
