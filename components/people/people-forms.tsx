"use client";

import { useState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { Select } from "@/components/ui/select.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { type AdminRole, adminRoles } from "@/lib/domain/permissions.ts";
import { adminRoleWords } from "./admin-role-words.ts";

interface InviteAdminFormProps {
  invite: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
}

export function InviteAdminForm({ invite }: InviteAdminFormProps) {
  /** A new one after each invitation, empty. */
  const [sent, setSent] = useState(0);

  async function inviteAndSay(previous: ActionResult | null, form: FormData): Promise<ActionResult> {
    const result = await invite(previous, form);
    if (result.ok) {
      toast.success(`Invited ${form.get("email")}`);
      setSent(sent + 1);
    }
    return result;
  }

  return (
    <ActionForm key={sent} action={inviteAndSay} submit="Send the invitation" className="grid max-w-xl gap-5">
      <FormField name="email" label="Email address" type="email" autoComplete="off" />
      <FieldGroup legend="Role">
        <RadioCards
          name="role"
          defaultValue="operator"
          cards={adminRoles.map((value) => ({
            value,
            title: adminRoleWords[value].name,
            text: adminRoleWords[value].text,
          }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}

interface AdminActionsProps {
  userId: string;
  who: string;
  role: AdminRole;
  isSelf: boolean;
  changeRole: (input: { userId: string; role: AdminRole }) => Promise<ActionResult>;
  remove: (input: { userId: string }) => Promise<ActionResult>;
}

export function AdminActions({ userId, who, role, isSelf, changeRole, remove }: AdminActionsProps) {
  const [isPending, startTransition] = useTransition();
  const [shown, setShown] = useState(role);

  function change(to: AdminRole): void {
    setShown(to);
    startTransition(async () => {
      const result = await changeRole({ userId, role: to }).catch(() => unreached);
      if (result.ok) return toast.success(`${who} is ${adminRoleWords[to].name.toLowerCase()} now`);
      setShown(role);
      toast.error(`${result.error.message} ${result.error.remedy}`);
    });
  }

  return (
    <div className="flex items-center justify-end gap-2">
      <Select
        aria-label={`Role of ${who}`}
        value={shown}
        disabled={isPending}
        onChange={(event) => change(event.currentTarget.value as AdminRole)}
        className="w-32"
      >
        {adminRoles.map((value) => (
          <option key={value} value={value}>
            {adminRoleWords[value].name}
          </option>
        ))}
      </Select>
      <ConfirmDialog
        trigger={
          <Button variant="quiet" size="small" aria-label={`Remove ${who}`}>
            Remove
          </Button>
        }
        title={isSelf ? "Remove yourself?" : `Remove ${who}?`}
        description={
          isSelf
            ? "You are signed out everywhere and can no longer run the fleet. Another owner can invite you again."
            : "They are signed out everywhere at once and can no longer run the fleet. You can invite them again."
        }
        confirm="Remove"
        tone="danger"
        onConfirm={async () => {
          const result = await remove({ userId });
          if (result.ok) toast.success(`Removed ${who}`);
          return result;
        }}
      />
    </div>
  );
}

interface RevokeProps {
  id: string;
  email: string;
  revoke: (input: { id: string }) => Promise<ActionResult>;
}

export function RevokeAdminInvitation({ id, email, revoke }: RevokeProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="small" aria-label={`Take back the invitation of ${email}`}>
          Take back
        </Button>
      }
      title="Take back this invitation?"
      description={`The link that ${email} got stops working.`}
      confirm="Take back"
      onConfirm={() => revoke({ id })}
    />
  );
}
