"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PasswordInput } from "@/components/ui/password-input.tsx";
import { type Outcome, signInWithPassword } from "./auth-client.ts";

const failures: Record<Exclude<Outcome, "in">, { title: string; text: string }> = {
  refused: {
    title: "Address and password do not match.",
    text: "Try again, set a new password, or have a link sent to you. An address that was never confirmed does not sign in either.",
  },
  too_many: { title: "That was tried too often.", text: "Wait a few minutes, or have a link sent to you." },
  unavailable: { title: "Signing in does not work at the moment.", text: "Try again in a moment." },
};

/** Address and password, through next-auth. */
export function PasswordSignIn({ to, email }: { readonly to: string; readonly email: string }) {
  const [state, setState] = useState<"idle" | "busy" | Exclude<Outcome, "in">>("idle");

  async function enter(form: FormData): Promise<void> {
    setState("busy");
    const outcome = await signInWithPassword(String(form.get("email")), String(form.get("password"))).catch(
      (): Outcome => "unavailable",
    );
    if (outcome === "in") window.location.assign(to);
    else setState(outcome);
  }

  return (
    <form
      method="post"
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== "busy") void enter(new FormData(event.currentTarget));
      }}
    >
      <Field label="Email address">
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={email}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="current-password" required maxLength={200} />
        )}
      </Field>
      {state !== "idle" && state !== "busy" && (
        <Notice tone="bad" title={failures[state].title} announce="alert">
          {failures[state].text}
        </Notice>
      )}
      <Button type="submit" busy={state === "busy"} className="justify-self-start">
        Sign in
      </Button>
    </form>
  );
}
