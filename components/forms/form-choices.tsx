"use client";

import { FieldGroup } from "@/components/ui/field.tsx";
import { type RadioCard, RadioCards } from "@/components/ui/radio-cards.tsx";
import { useFieldError } from "./action-form.tsx";

interface FormChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly cards: readonly RadioCard[];
  readonly defaultValue?: string | undefined;
}

/** One of several, inside an `ActionForm`, with what the server says about it. */
export function FormChoices({ name, legend, cards, defaultValue }: FormChoicesProps) {
  const error = useFieldError(name);
  return (
    <FieldGroup legend={legend} error={error}>
      <RadioCards name={name} cards={cards} {...(defaultValue !== undefined && { defaultValue })} />
    </FieldGroup>
  );
}
