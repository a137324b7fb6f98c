"use client";

import { useState, useTransition } from "react";
import { z } from "zod/mini";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Input } from "@/components/ui/input.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { Select } from "@/components/ui/select.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { type AdminRole, adminRoles } from "@/lib/domain/permissions.ts";
import { adminRoleWords } from "./admin-role-words.ts";

const invitation = z.object({
  email: z.string().check(z.trim(), z.email("Enter an email address, such as name@example.com.")),
  role: z.enum(adminRoles),
});

type Invite = (input: z.output<typeof invitation>) => Promise<ActionResult>;

export function InviteAdminForm({ invite }: { invite: Invite }) {
  const { form, register, errorOf, submit, isBusy, failure } = useActionForm(invitation, invite, {
    defaultValues: { email: "", role: "operator" },
    onSuccess: () => {
      toast.success(`Invited ${form.getValues("email")}`);
      form.reset();
    },
  });
  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-5">
      <Field label="Email address" error={errorOf("email")}>
        {(control) => <Input {...control} {...register("email")} type="email" autoComplete="off" />}
      </Field>
      <FieldGroup legend="Role" error={errorOf("role")}>
        <RadioCards
          cards={adminRoles.map((value) => ({
            value,
            title: adminRoleWords[value].name,
            text: adminRoleWords[value].text,
          }))}
          {...register("role")}
        />
      </FieldGroup>
      {failure && <FormFailure failure={failure} />}
      <div>
        <Button type="submit" busy={isBusy}>
          Send the invitation
        </Button>
      </div>
    </form>
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
