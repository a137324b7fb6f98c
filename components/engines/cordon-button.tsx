"use client";

import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface CordonButtonProps {
  id: string;
  isCordoned: boolean;
  cordon: (input: { id: string; cordoned: boolean; reason: string }) => Promise<ActionResult>;
}

/** Closes an engine to new stacks, or opens it again; both with a reason for the other admins. */
export function CordonButton({ id, isCordoned, cordon }: CordonButtonProps) {
  const verb = isCordoned ? "Uncordon" : "Cordon";
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="small" aria-label={`${verb} ${id}`}>
          {verb}
        </Button>
      }
      title={`${verb} ${id}?`}
      description={
        isCordoned
          ? "New clients and demos are placed on it again."
          : "No new client or demo is placed on it. What runs there goes on, and is looked after as before."
      }
      confirm={verb}
      onConfirm={async (fields) => {
        const reason = String(fields.get("reason") ?? "");
        const result = await cordon({ id, cordoned: !isCordoned, reason });
        if (result.ok) toast.success(isCordoned ? `${id} takes new stacks again` : `${id} takes nothing new`);
        return result;
      }}
    >
      <Field label="Reason" optional hint="Kept in the audit log.">
        {(control) => <Input {...control} name="reason" maxLength={500} autoComplete="off" />}
      </Field>
    </ConfirmDialog>
  );
}
