"use client";

import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { type AdminRole, adminRoles } from "@/lib/domain/permissions.ts";
import { adminRoleWords } from "./admin-role-words.ts";
import { RoleActions } from "./role-actions.tsx";

interface AdminActionsProps {
  userId: string;
  who: string;
  role: AdminRole;
  isSelf: boolean;
  changeRole: (input: { userId: string; role: AdminRole }) => Promise<ActionResult>;
  remove: (input: { userId: string }) => Promise<ActionResult>;
}

export function AdminActions({ userId, who, role, isSelf, changeRole, remove }: AdminActionsProps) {
  return (
    <RoleActions
      who={who}
      role={role}
      roles={adminRoles}
      words={adminRoleWords}
      change={(to) => changeRole({ userId, role: to })}
      remove={() => remove({ userId })}
      removal={
        isSelf
          ? {
              title: "Remove yourself?",
              description:
                "You are signed out everywhere and can no longer run the fleet. Another owner can invite you again.",
            }
          : {
              title: `Remove ${who}?`,
              description:
                "They are signed out everywhere at once and can no longer run the fleet. You can invite them again.",
            }
      }
    />
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
