"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/choice.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { useFieldError } from "./action-form.tsx";

/** A box to tick inside an `ActionForm`, with what the server says about it. */
export function FormCheckbox({ name, label, legend }: { name: string; label: ReactNode; legend: string }) {
  const error = useFieldError(name);
  return (
    <FieldGroup legend={legend} hideLegend error={error}>
      <Checkbox name={name} label={label} required {...(error && { "aria-invalid": true })} />
    </FieldGroup>
  );
}
