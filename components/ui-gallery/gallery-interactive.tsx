"use client";

import { useState } from "react";
import { z } from "zod/mini";
import { AlertDialog, AlertDialogClose } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Combobox } from "@/components/ui/combobox.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { Dialog, DialogClose } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu.tsx";
import { Popover } from "@/components/ui/popover.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionError, ActionResult } from "@/lib/domain/action-result.ts";

const regions = ["Frankfurt", "Zürich", "Helsinki", "Lisbon"].map((label) => ({ value: label.toLowerCase(), label }));
const opens = (name: string) => <Button variant="secondary">{name}</Button>;

export function GalleryPopups() {
  const [region, setRegion] = useState<string | null>(null);
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Dialog trigger={opens("Dialog")} title="Invite somebody" description="They get a mail with a link.">
          <div className="mt-6 flex gap-3">
            <DialogClose render={<Button variant="secondary" />}>Cancel</DialogClose>
            <Button>Invite</Button>
          </div>
        </Dialog>
        <AlertDialog
          trigger={opens("Alert dialog")}
          title="Leave without saving?"
          description="What you have changed would be lost."
          actions={<AlertDialogClose render={<Button variant="secondary" />}>Stay</AlertDialogClose>}
        />
        <ConfirmDialog
          trigger={opens("Confirm dialog")}
          title="Purge Acme?"
          description="Its data is deleted for good, after a last backup."
          confirm="Purge"
          tone="danger"
          typeToConfirm="acme"
          onConfirm={async () => failed({ code: "worker_away", message: "No worker is running.", remedy: "Start it." })}
        />
        <Sheet trigger={opens("Sheet")} title="Details">
          <p>Beside the list they belong to.</p>
        </Sheet>
        <Menu trigger={opens("Menu")}>
          <MenuItem>Suspend</MenuItem>
          <MenuLink href="/">Home</MenuLink>
          <MenuSeparator />
          <MenuItem tone="danger">Close for good</MenuItem>
        </Menu>
        <Popover trigger={opens("Popover")} label="Filters">
          What is shown, and why.
        </Popover>
        <Button busy>Saving</Button>
        <Tooltip text="Only a hint">{opens("Tooltip")}</Tooltip>
        <Button variant="secondary" onClick={() => toast.success("Suspended")}>
          Toast
        </Button>
      </div>
      <Field label="Combobox" className="mt-6 max-w-sm">
        {(control) => <Combobox {...control} items={regions} value={region} onChange={setRegion} />}
      </Field>
      <div className="mt-6">
        <Tabs
          label="Views"
          tabs={[
            { value: "one", name: "One", content: "The first." },
            { value: "two", name: "Two", content: "The second." },
          ]}
        />
      </div>
    </>
  );
}

const schema = z.object({
  email: z.email("Write an address, such as ada@example.org."),
  slug: z.string().check(z.minLength(3, "Use at least three letters.")),
});

const failed = (error: ActionError): ActionResult<never> => ({ ok: false, error });

/** Stands for a server action: “acme” is taken, “full” fails as a whole. */
async function pretend({ slug }: { slug: string }): Promise<ActionResult> {
  if (slug === "acme") {
    return failed({
      code: "slug_taken",
      message: "Taken.",
      remedy: "Choose another.",
      fields: { slug: ["“acme” is taken."] },
    });
  }
  if (slug === "full") return failed({ code: "disk_full", message: "The disk is full.", remedy: "Free space." });
  return { ok: true, data: null };
}

export function GalleryForm() {
  const { register, errorOf, submit, isBusy, failure } = useActionForm(schema, pretend, {
    defaultValues: { email: "", slug: "" },
    onSuccess: () => toast.success("Saved"),
  });
  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-5">
      <Field label="Email" error={errorOf("email")}>
        {(control) => <Input {...control} type="email" autoComplete="email" {...register("email")} />}
      </Field>
      <Field label="Address" hint="“acme” is taken, “full” fails." error={errorOf("slug")}>
        {(control) => <Input {...control} {...register("slug")} />}
      </Field>
      {failure && <FormFailure failure={failure} />}
      <div>
        <Button type="submit" busy={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}
