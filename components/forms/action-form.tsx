"use client";

import { createContext, type ReactNode, startTransition, useActionState, useContext, useEffect, useRef } from "react";
import type { ButtonProps } from "@/components/ui/button.tsx";
import { Button } from "@/components/ui/button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import type { ActionError, ActionResult } from "@/lib/domain/action-result.ts";

type FormAction<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

const FormError = createContext<ActionError | null>(null);

/** What the server said about one field of the form around it. */
export const useFieldError = (name: string): string | undefined => useContext(FormError)?.fields?.[name]?.[0];

interface ActionFormProps<T> {
  /** A server action made by `publicAction` or `personAction`. */
  readonly action: FormAction<T>;
  readonly submit: ReactNode;
  readonly variant?: ButtonProps["variant"];
  /** Takes the form's place once it was accepted. */
  readonly done?: ReactNode;
  /** Beside the button. */
  readonly beside?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

/**
 * A form over a server action that works before any script has run. With scripts, what was typed
 * stays when the action refuses it, and the first field it blames gets the focus.
 */
export function ActionForm<T>({ action, submit, variant, done, beside, className, children }: ActionFormProps<T>) {
  const [result, send, isBusy] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  const error = result?.ok === false ? result.error : null;
  useEffect(() => {
    if (error?.fields) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);

  if (result?.ok && done) return <div role="status">{done}</div>;
  return (
    <FormError value={error}>
      <form
        ref={form}
        action={send}
        noValidate
        className={className ?? "grid gap-6"}
        // React empties a form that it submits itself; this way what was typed stays.
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          if (!isBusy) startTransition(() => send(fields));
        }}
      >
        {children}
        {error && !error.fields && <FormFailure failure={error} />}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit" variant={variant} busy={isBusy}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormError>
  );
}
