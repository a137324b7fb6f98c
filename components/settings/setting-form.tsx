import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import type { ActionError } from "@/lib/domain/action-result.ts";

interface SettingFormProps {
  submit: (event: FormEvent) => void;
  isBusy: boolean;
  failure: ActionError | null;
  /** Whoever may not change settings reads them. */
  mayChange: boolean;
  children: ReactNode;
}

/** The frame of each form of the settings. */
export function SettingForm({ submit, isBusy, failure, mayChange, children }: SettingFormProps) {
  return (
    <form onSubmit={submit} noValidate className="max-w-xl">
      <fieldset disabled={!mayChange} className="grid min-w-0 gap-5">
        {children}
        {failure && <FormFailure failure={failure} />}
        {mayChange && (
          <div>
            <Button type="submit" busy={isBusy}>
              Save
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
