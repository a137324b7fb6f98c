import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { StepAction } from "./step-action.ts";

interface CompanyStepProps {
  readonly action: StepAction;
  readonly companyName: string;
  /** Proof of being in a demo, as it came along. */
  readonly keep: string;
  readonly isKeeping: boolean;
}

export function CompanyStep({ action, companyName, keep, isKeeping }: CompanyStepProps) {
  return (
    <ActionForm action={action} submit="Next">
      {keep !== "" && (
        <Notice
          tone={isKeeping ? "ok" : "warn"}
          title={isKeeping ? "Your demo becomes your own site." : "That demo is over."}
        >
          {isKeeping
            ? "With everything in it, once your application is approved. Sign up before its time is over."
            : "You can sign up all the same, and start with one of our samples."}
        </Notice>
      )}
      <input type="hidden" name="keep" value={keep} />
      <FormField
        name="companyName"
        label="Company name"
        autoComplete="organization"
        maxLength={120}
        defaultValue={companyName}
        hint="As people write it. You can change it later."
      />
    </ActionForm>
  );
}
