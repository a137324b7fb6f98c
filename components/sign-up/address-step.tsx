import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { SlugField } from "./slug-field.tsx";
import type { StepAction } from "./step-action.ts";

type AddressStepProps = ComponentProps<typeof SlugField> & {
  readonly action: StepAction;
  readonly back: ReactNode;
};

export function AddressStep({ action, back, ...field }: AddressStepProps) {
  return (
    <ActionForm action={action} submit="Next" beside={back}>
      <SlugField {...field} />
    </ActionForm>
  );
}
