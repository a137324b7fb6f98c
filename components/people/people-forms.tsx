"use client";

import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { type AdminRole, adminRoles } from "@/lib/domain/permissions.ts";
import { adminRoleWords } from "./admin-role-words.ts";
import { RemovePerson } from "./remove-person.tsx";
import { RoleSelect } from "./role-select.tsx";

interface AdminRoleSelectProps {
  userId: string;
  who: string;
  role: AdminRole;
  changeRole: (input: { userId: string; role: AdminRole }) => Promise<ActionResult>;
}

export function AdminRoleSelect({ userId, who, role, changeRole }: AdminRoleSelectProps) {
  return (
    <RoleSelect
      who={who}
      role={role}
      roles={adminRoles}
      words={adminRoleWords}
      change={(to) => changeRole({ userId, role: to })}
    />
  );
}

interface RemoveAdminProps {
  userId: string;
  who: string;
  isSelf: boolean;
  remove: (input: { userId: string }) => Promise<ActionResult>;
}

export function RemoveAdmin({ userId, who, isSelf, remove }: RemoveAdminProps) {
  const words = isSelf
    ? {
        title: "Remove yourself?",
        description:
          "You are signed out everywhere and can no longer run the fleet. Another owner can invite you again.",
      }
    : {
        title: `Remove ${who}?`,
        description:
          "They are signed out everywhere at once and can no longer run the fleet. You can invite them again.",
      };
  return <RemovePerson who={who} {...words} remove={() => remove({ userId })} />;
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
        <Button variant="quiet" aria-label={`Take back the invitation of ${email}`}>
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
