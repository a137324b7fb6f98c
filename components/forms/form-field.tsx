"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PasswordInput } from "@/components/ui/password-input.tsx";
import { useFieldError } from "./action-form.tsx";

type FormFieldProps = Omit<ComponentProps<"input">, "name"> & {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Known without sending the form; what the form's action says counts more. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly aside?: ReactNode;
};

/** One field of an `ActionForm`, with what the server says about it. */
export function FormField({ label, hint, error, optional, aside, ...input }: FormFieldProps) {
  const said = useFieldError(input.name) ?? error;
  const Control = input.type === "password" ? PasswordInput : Input;
  return (
    <Field label={label} hint={hint} error={said} {...(optional && { optional })} {...(aside && { aside })}>
      {(control) => <Control required={!optional} {...control} {...input} />}
    </Field>
  );
}
