"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useFieldError } from "./action-form.tsx";

type FormAreaProps = Omit<ComponentProps<"textarea">, "name"> & {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** A field of an `ActionForm` for more than a line, with what the server says about it. */
export function FormArea({ label, hint, className, ...area }: FormAreaProps) {
  return (
    <Field label={label} hint={hint} error={useFieldError(area.name)} {...(className && { className })}>
      {(control) => <Textarea {...control} {...area} />}
    </Field>
  );
}
