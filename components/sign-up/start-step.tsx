import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormChoices } from "@/components/forms/form-choices.tsx";
import { startTitles } from "@/lib/domain/samples.ts";
import { SamplePreview } from "./sample-preview.tsx";
import { starts } from "./starts.ts";
import type { StepAction } from "./step-action.ts";

interface StartStepProps {
  readonly action: StepAction;
  readonly back: ReactNode;
  readonly start: string | undefined;
  /** Whether they came from a demo. */
  readonly canKeep: boolean;
}

export function StartStep({ action, back, start, canKeep }: StartStepProps) {
  const offered = starts.filter(({ kind }) => kind !== "keep" || canKeep);
  return (
    <ActionForm action={action} submit="Next" beside={back}>
      <FormChoices
        name="start"
        legend="Start with"
        defaultValue={start ?? "empty"}
        cards={offered.map(({ kind, text }) => ({
          value: kind,
          title: startTitles[kind],
          text: (
            <span className="grid gap-2">
              <span>{text}</span>
              <SamplePreview kind={kind} />
            </span>
          ),
        }))}
      />
    </ActionForm>
  );
}
