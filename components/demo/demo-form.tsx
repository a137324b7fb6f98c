"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button, type ButtonProps } from "@/components/ui/button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface DemoFormProps {
  /** Redirects when it succeeds. */
  action: (previous: ActionResult<never> | null, form: FormData) => Promise<ActionResult<never>>;
  /** An investor's link. */
  link?: string;
  variant?: ButtonProps["variant"];
  /** Presses itself once it is there. */
  now?: boolean;
  children: ReactNode;
}

/** The one click into a demo; works before any script has run. */
export function DemoForm({ action, link, variant, now = false, children }: DemoFormProps) {
  const [result, send, isBusy] = useActionState<ActionResult<never> | null, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (now) form.current?.requestSubmit();
  }, [now]);
  return (
    <form ref={form} action={send} className="grid justify-items-start gap-4">
      {link !== undefined && <input type="hidden" name="link" value={link} />}
      <Button type="submit" size="large" variant={variant} busy={isBusy}>
        {children}
      </Button>
      {result?.ok === false && <FormFailure failure={result.error} />}
    </form>
  );
}
