"use client";

import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { RoleWords } from "./role-words.ts";

interface InviteFormProps<Role extends string> {
  /** Those that can be given; the first is chosen unless somebody chooses. */
  roles: readonly [Role, ...Role[]];
  words: RoleWords<Role>;
  invite: (input: { email: string; role: Role }) => Promise<ActionResult>;
}

export function InviteForm<Role extends string>({ roles, words, invite }: InviteFormProps<Role>) {
  // A form that was accepted begins anew.
  const [round, setRound] = useState(0);

  async function send(form: FormData): Promise<ActionResult> {
    const email = String(form.get("email"));
    const result = await invite({ email, role: form.get("role") as Role });
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
          defaultValue={roles[0]}
          cards={roles.map((value) => ({ value, title: words[value].name, text: words[value].text }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}
