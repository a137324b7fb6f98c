"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { Select } from "@/components/ui/select.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { RoleWords } from "./role-words.ts";

interface RoleActionsProps<Role extends string, T> {
  who: string;
  role: Role;
  /** Those that can be given. */
  roles: readonly Role[];
  words: RoleWords<Role>;
  change: (role: Role) => Promise<ActionResult<T>>;
  remove: () => Promise<ActionResult<T>>;
  /** What is asked before somebody is removed. */
  removal: { title: string; description: string };
  /** Says that it is done. @param text what was done */
  onDone?: (text: string, data: T) => void;
}

/** Gives somebody another role, or takes them off the list. */
export function RoleActions<Role extends string, T>(props: RoleActionsProps<Role, T>) {
  const { who, role, roles, words, change, remove, removal, onDone = (text) => toast.success(text) } = props;
  const [isPending, startTransition] = useTransition();
  const [shown, setShown] = useState(role);

  function changeRole(to: Role): void {
    setShown(to);
    startTransition(async () => {
      const result = await change(to).catch(() => unreached);
      if (result.ok) return onDone(`${who} is ${words[to].name.toLowerCase()} now`, result.data);
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
        onChange={(event) => changeRole(event.currentTarget.value as Role)}
        className="w-40"
      >
        {roles.map((value) => (
          <option key={value} value={value}>
            {words[value].name}
          </option>
        ))}
      </Select>
      <ConfirmDialog
        trigger={
          <Button variant="quiet" aria-label={`Remove ${who}`}>
            Remove
          </Button>
        }
        {...removal}
        confirm="Remove"
        tone="danger"
        onConfirm={async () => {
          const result = await remove();
          if (result.ok) onDone(`Removed ${who}`, result.data);
          return result;
        }}
      />
    </div>
  );
}
