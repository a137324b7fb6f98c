import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { NewPassword } from "@/components/forms/new-password.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import type { StepAction } from "./step-action.ts";

interface AccountStepProps {
  readonly action: StepAction;
  readonly back: ReactNode;
  /** Whose the application will be; null for somebody new. */
  readonly signedInAs: string | null;
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly companyName: string;
}

export function AccountStep({ action, back, signedInAs, name, email, hasPassword, companyName }: AccountStepProps) {
  if (signedInAs !== null) {
    return (
      <div className="grid gap-6">
        <p>
          You are signed in as <strong className="font-medium wrap-anywhere">{signedInAs}</strong>; the application will
          be yours.
        </p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink href="/sign-up/review">Next</ButtonLink>
          {back}
        </div>
      </div>
    );
  }
  return (
    <ActionForm action={action} submit="Next" beside={back}>
      <FormField name="name" label="Your name" autoComplete="name" maxLength={120} defaultValue={name} />
      <FormField
        name="email"
        label="Email address"
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={email}
        hint="We mail you a link to confirm it."
      />
      <NewPassword
        name="password"
        label="Password"
        known={[name, email, companyName]}
        {...(hasPassword && { kept: "You have chosen one. Leave this empty to keep it." })}
      />
    </ActionForm>
  );
}
