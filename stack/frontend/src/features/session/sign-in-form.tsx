import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type Ref, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PasswordInput } from "@/components/ui/password-input.tsx";
import { sessionQuery, signIn, type User } from "@/features/session/api.ts";
import { messageOf } from "@/lib/api-error.ts";

type SignInFormProps = {
  /** Filled in when somebody is coming back. */
  email?: string;
  /** Where the form stands in a dialog, which sets the focus itself. */
  passwordRef?: Ref<HTMLInputElement>;
  onSignedIn: (user: User) => void;
  secondaryAction?: ReactNode;
};

export function SignInForm({
  email: known = "",
  passwordRef,
  onSignedIn,
  secondaryAction,
}: SignInFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const queryClient = useQueryClient();
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: (user) => {
      queryClient.setQueryData(sessionQuery.queryKey, user);
      onSignedIn(user);
    },
  });

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!attempt.isPending) attempt.mutate({ email: email.trim(), password });
      }}
    >
      {attempt.error && <Notice tone="bad">{messageOf(attempt.error)}</Notice>}
      <Field label="Email">
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            required
            autoFocus={!passwordRef}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <PasswordInput
            ref={passwordRef}
            {...control}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="mt-1 flex flex-wrap gap-3">
        <Button type="submit" variant="primary" size="lg" busy={attempt.isPending}>
          Sign in
        </Button>
        {secondaryAction}
      </div>
    </form>
  );
}
