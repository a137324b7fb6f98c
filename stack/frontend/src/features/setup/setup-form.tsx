import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PasswordInput } from "@/components/ui/password-input.tsx";
import { sessionQuery } from "@/features/session/api.ts";
import { type FirstAdministrator, setUp } from "@/features/setup/api.ts";
import { shortestPassword } from "@/features/setup/password-strength.ts";
import { dropSetupToken } from "@/features/setup/setup-token.ts";
import { StrengthMeter } from "@/features/setup/strength-meter.tsx";
import { ApiError, messageOf } from "@/lib/api-error.ts";

type SetupFormProps = {
  token: string;
  siteName: string;
  /** The link was used or ran out while the form was open. */
  onLinkGone: (error: ApiError) => void;
};

export function SetupForm({ token, siteName, onLinkGone }: SetupFormProps) {
  const [fields, setFields] = useState<FirstAdministrator>({ name: "", email: "", password: "" });
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const creation = useMutation({
    mutationFn: () => setUp(token, { ...fields, email: fields.email.trim() }),
    onSuccess: async (user) => {
      dropSetupToken();
      queryClient.setQueryData(sessionQuery.queryKey, user);
      await navigate({ to: "/", replace: true });
    },
    onError: (error) => {
      if (error instanceof ApiError && isGone(error)) onLinkGone(error);
    },
  });
  const errors = creation.error instanceof ApiError ? creation.error.fields : {};
  const set = (change: Partial<FirstAdministrator>) => setFields({ ...fields, ...change });

  return (
    <form
      className="mt-8 grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!creation.isPending) creation.mutate();
      }}
    >
      {creation.error && <Notice tone="bad">{messageOf(creation.error)}</Notice>}
      <Field label="Your name" error={errors.name} hint="Shown beside what you write.">
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            autoFocus
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Email" error={errors.email} hint="You sign in with it.">
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={fields.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Password"
        error={errors.password}
        hint={
          <StrengthMeter
            password={fields.password}
            known={[fields.name, fields.email, siteName, location.hostname]}
          />
        }
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            maxLength={256}
            value={fields.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="mt-2 justify-self-start"
        busy={creation.isPending}
      >
        Create account and begin
      </Button>
    </form>
  );
}

function isGone(error: ApiError): boolean {
  return error.status === 410 || error.code === "already_set_up";
}
