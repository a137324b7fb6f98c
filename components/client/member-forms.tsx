"use client";

import { useRouter } from "next/navigation";
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
import type { TenantRole } from "@/lib/domain/permissions.ts";
import { memberRoles } from "./member-roles.ts";

type Invite = (input: { slug: string; email: string; role: TenantRole }) => Promise<ActionResult>;

const rolesFor = (mayMakeOwners: boolean): TenantRole[] =>
  mayMakeOwners ? ["viewer", "admin", "owner"] : ["viewer", "admin"];

export function InviteForm({ slug, mayMakeOwners, invite }: { slug: string; mayMakeOwners: boolean; invite: Invite }) {
  // A form that was accepted begins anew.
  const [round, setRound] = useState(0);

  async function send(form: FormData): Promise<ActionResult> {
    const email = String(form.get("email"));
    const result = await invite({ slug, email, role: form.get("role") as TenantRole });
    if (!result.ok) return result;
    toast.success(`Invited ${email}`);
    setRound(round + 1);
    return result;
  }

  return (
    <ActionForm
      key={round}
      action={(_previous: ActionResult | null, form: FormData) => send(form)}
      submit="Send the invitation"
      className="grid max-w-xl gap-5"
    >
      <FormField name="email" label="Email address" type="email" autoComplete="off" maxLength={254} />
      <FieldGroup legend="Role">
        <RadioCards
          name="role"
          defaultValue="viewer"
          cards={rolesFor(mayMakeOwners).map((value) => ({
            value,
            title: memberRoles[value].name,
            text: memberRoles[value].text,
          }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}

interface MemberActionsProps {
  slug: string;
  userId: string;
  who: string;
  role: TenantRole;
  mayMakeOwners: boolean;
  change: (input: {
    slug: string;
    userId: string;
    to: TenantRole | "removed";
  }) => Promise<ActionResult<{ cmsKnows: boolean }>>;
}

export function MemberActions({ slug, userId, who, role, mayMakeOwners, change }: MemberActionsProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [shown, setShown] = useState(role);

  function tell(text: string, cmsKnows: boolean): void {
    if (cmsKnows) toast.success(text);
    else toast.warning(`${text}. The CMS did not answer: what they have open there ends with its session.`);
    router.refresh();
  }

  function changeRole(to: TenantRole): void {
    setShown(to);
    startTransition(async () => {
      const result = await change({ slug, userId, to }).catch(() => unreached);
      if (result.ok) return tell(`${who} is ${memberRoles[to].name.toLowerCase()} now`, result.data.cmsKnows);
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
        onChange={(event) => changeRole(event.currentTarget.value as TenantRole)}
        className="min-w-40"
      >
        {rolesFor(mayMakeOwners).map((value) => (
          <option key={value} value={value}>
            {memberRoles[value].name}
          </option>
        ))}
      </Select>
      <ConfirmDialog
        trigger={
          <Button variant="quiet" aria-label={`Remove ${who}`}>
            Remove
          </Button>
        }
        title={`Remove ${who}?`}
        description="They are signed out of the CMS and lose their way into it and into these pages. What they wrote stays. You can invite them again."
        confirm="Remove"
        tone="danger"
        onConfirm={async () => {
          const result = await change({ slug, userId, to: "removed" });
          if (result.ok) tell(`Removed ${who}`, result.data.cmsKnows);
          return result;
        }}
      />
    </div>
  );
}

interface InvitationActionsProps {
  slug: string;
  id: string;
  email: string;
  role: TenantRole;
  invite: Invite;
  revoke: (input: { slug: string; id: string }) => Promise<ActionResult>;
}

export function InvitationActions({ slug, id, email, role, invite, revoke }: InvitationActionsProps) {
  const [isPending, startTransition] = useTransition();

  const act = (work: () => Promise<ActionResult>, done: string): void =>
    startTransition(async () => {
      const result = await work().catch(() => unreached);
      if (result.ok) toast.success(done);
      else toast.error(`${result.error.message} ${result.error.remedy}`);
    });

  return (
    <div className="flex justify-end gap-2">
      <Button
        variant="quiet"
        disabled={isPending}
        aria-label={`Send the invitation of ${email} again`}
        onClick={() => act(() => invite({ slug, email, role }), `Sent to ${email} again; the earlier link is void`)}
      >
        Send again
      </Button>
      <Button
        variant="quiet"
        disabled={isPending}
        aria-label={`Take back the invitation of ${email}`}
        onClick={() => act(() => revoke({ slug, id }), `The invitation of ${email} is void`)}
      >
        Take back
      </Button>
    </div>
  );
}
