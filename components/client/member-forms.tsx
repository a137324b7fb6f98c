"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { InviteForm } from "@/components/people/invite-form.tsx";
import { RemovePerson } from "@/components/people/remove-person.tsx";
import { RoleSelect } from "@/components/people/role-select.tsx";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { TenantRole } from "@/lib/domain/permissions.ts";
import { memberRoles } from "./member-roles.ts";

type Invite = (input: { slug: string; email: string; role: TenantRole }) => Promise<ActionResult>;

const rolesFor = (mayMakeOwners: boolean): [TenantRole, ...TenantRole[]] =>
  mayMakeOwners ? ["viewer", "admin", "owner"] : ["viewer", "admin"];

interface InviteMemberFormProps {
  slug: string;
  mayMakeOwners: boolean;
  invite: Invite;
}

export function InviteMemberForm({ slug, mayMakeOwners, invite }: InviteMemberFormProps) {
  return (
    <InviteForm roles={rolesFor(mayMakeOwners)} words={memberRoles} invite={(input) => invite({ slug, ...input })} />
  );
}

type Change = (input: {
  slug: string;
  userId: string;
  to: TenantRole | "removed";
}) => Promise<ActionResult<{ cmsAnswers: boolean }>>;

/** Says what was done, and shows the list as it is now. */
function useTold() {
  const router = useRouter();
  return (text: string, { cmsAnswers }: { cmsAnswers: boolean }): void => {
    if (cmsAnswers) toast.success(text);
    else toast.warning(`${text}. The CMS is not running: what they have open there ends as soon as it is back.`);
    router.refresh();
  };
}

interface MemberRoleSelectProps {
  slug: string;
  userId: string;
  who: string;
  role: TenantRole;
  mayMakeOwners: boolean;
  change: Change;
}

export function MemberRoleSelect({ slug, userId, who, role, mayMakeOwners, change }: MemberRoleSelectProps) {
  return (
    <RoleSelect
      who={who}
      role={role}
      roles={rolesFor(mayMakeOwners)}
      words={memberRoles}
      change={(to) => change({ slug, userId, to })}
      onDone={useTold()}
    />
  );
}

interface RemoveMemberProps {
  slug: string;
  userId: string;
  who: string;
  change: Change;
}

export function RemoveMember({ slug, userId, who, change }: RemoveMemberProps) {
  return (
    <RemovePerson
      who={who}
      title={`Remove ${who}?`}
      description="They are signed out of the CMS and lose their way into it and into these pages. What they wrote stays. You can invite them again."
      remove={() => change({ slug, userId, to: "removed" })}
      onDone={useTold()}
    />
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
