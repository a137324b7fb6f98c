import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormChoices } from "@/components/forms/form-choices.tsx";
import type { RegionChoice } from "@/lib/tenants/list-regions.ts";
import type { StepAction } from "./step-action.ts";

interface RegionStepProps {
  readonly action: StepAction;
  readonly back: ReactNode;
  readonly regions: readonly RegionChoice[];
  readonly regionId: string | undefined;
}

export function RegionStep({ action, back, regions, regionId }: RegionStepProps) {
  return (
    <ActionForm action={action} submit="Next" beside={back}>
      <FormChoices
        name="regionId"
        legend="Region"
        cards={regions.map(({ id, name, baseDomain }) => ({
          value: id,
          title: name,
          text: `Your site and all its data are kept there. Its address ends in .${baseDomain}.`,
        }))}
        defaultValue={regionId}
      />
    </ActionForm>
  );
}
