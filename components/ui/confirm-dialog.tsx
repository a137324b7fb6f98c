"use client";

import { type FormEvent, type ReactElement, type ReactNode, useId, useState } from "react";
import type { ActionError, ActionResult } from "@/lib/domain/action-result.ts";
import { AlertDialog } from "./alert-dialog.tsx";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { Input } from "./input.tsx";
import { unreached } from "./unreached.ts";

interface ConfirmDialogProps {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and what can be undone. */
  description: ReactNode;
  /** A verb: “Suspend”, never “OK”. */
  confirm: string;
  tone?: "primary" | "danger";
  /** For what cannot be undone: the button works once this text, such as the slug, has been typed. */
  typeToConfirm?: string;
  /** What else is asked; its named controls are handed to `onConfirm`. */
  children?: ReactNode;
  /** Closes when the result is good; shows the failure, and stays, when it is not. */
  onConfirm: (fields: FormData) => Promise<ActionResult<unknown>>;
}

/** Asks before a server action, carries it out, and says so when it failed. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  confirm,
  tone = "primary",
  typeToConfirm,
  children,
  onConfirm,
}: ConfirmDialogProps) {
  const formId = useId();
  const [isOpenInside, setOpenInside] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionError | null>(null);
  const [typed, setTyped] = useState("");
  const isUnlocked = typeToConfirm === undefined || typed.trim() === typeToConfirm;

  function change(next: boolean): void {
    if (isBusy) return;
    setFailure(null);
    setTyped("");
    setOpenInside(next);
    onOpenChange?.(next);
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy || !isUnlocked) return;
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    const result = await onConfirm(fields).catch(() => unreached);
    setBusy(false);
    if (!result.ok) return setFailure(result.error);
    setTyped("");
    setOpenInside(false);
    onOpenChange?.(false);
  }

  return (
    <AlertDialog
      {...(trigger ? { trigger } : {})}
      open={open ?? isOpenInside}
      onOpenChange={change}
      title={title}
      description={description}
      actions={
        <>
          <Button variant="secondary" onClick={() => change(false)}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant={tone} busy={isBusy} disabled={!isUnlocked}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="mt-5 grid gap-5 empty:hidden">
        {children}
        {typeToConfirm !== undefined && (
          <Field
            label={
              <>
                Type <code className="font-mono text-[0.9375rem] wrap-anywhere">{typeToConfirm}</code> to confirm
              </>
            }
          >
            {(control) => (
              <Input
                {...control}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                autoComplete="off"
                autoCapitalize="off"
                autoCorrect="off"
                spellCheck={false}
              />
            )}
          </Field>
        )}
        {failure && <FormFailure failure={failure} />}
      </form>
    </AlertDialog>
  );
}
