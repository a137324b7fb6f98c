"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { NewPassword } from "@/components/forms/new-password.tsx";
import { signInWithPassword } from "@/components/portal/auth-client.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

/** What to sign in with, and where to go then. */
type Accepted = ActionResult<{ email: string; home: string }>;

interface AcceptAsNewProps {
  token: string;
  email: string;
  accept: (previous: Accepted | null, form: FormData) => Promise<Accepted>;
}

/** Makes the account an invitation is for, and signs in to it with what was just chosen. */
export function AcceptAsNew({ token, email, accept }: AcceptAsNewProps) {
  async function join(previous: Accepted | null, form: FormData): Promise<Accepted> {
    const result = await accept(previous, form);
    if (!result.ok) return result;
    const outcome = await signInWithPassword(result.data.email, String(form.get("password"))).catch(() => null);
    const { home } = result.data;
    window.location.assign(outcome === "in" ? home : `/sign-in?next=${encodeURIComponent(home)}`);
    return result;
  }
  return (
    <ActionForm action={join} submit="Accept and sign in">
      <input type="hidden" name="token" value={token} />
      {/* So that a password manager keeps the two together. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <FormField name="name" label="Your name" autoComplete="name" maxLength={120} />
      <NewPassword name="password" label="Password" known={[email]} />
    </ActionForm>
  );
}
