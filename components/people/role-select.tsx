"use client";

import { useState, useTransition } from "react";
import { Select } from "@/components/ui/select.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { RoleWords } from "./role-words.ts";

interface RoleSelectProps<Role extends string, T> {
  who: string;
  role: Role;
  /** Those that can be given. */
  roles: readonly Role[];
  words: RoleWords<Role>;
  change: (role: Role) => Promise<ActionResult<T>>;
  /** Says that it is done. @param text what was done */
  onDone?: (text: string, data: T) => void;
}

/** Gives somebody another role. */
export function RoleSelect<Role extends string, T>(props: RoleSelectProps<Role, T>) {
  const { who, role, roles, words, change, onDone = (text) => toast.success(text) } = props;
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
    <Select
      aria-label={`Role of ${who}`}
      value={shown}
      disabled={isPending}
      onChange={(event) => changeRole(event.currentTarget.value as Role)}
      className="w-44"
    >
      {roles.map((value) => (
        <option key={value} value={value}>
          {words[value].name}
        </option>
      ))}
    </Select>
  );
}
