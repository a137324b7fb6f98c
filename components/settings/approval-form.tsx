"use client";

import { useState } from "react";
import { useFieldError } from "@/components/forms/action-form.tsx";
import { FormArea } from "@/components/forms/form-area.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import type { SettingValue } from "@/lib/domain/settings.ts";
import { type Save, SettingForm } from "./setting-form.tsx";

type Approval = SettingValue<"approval">;

interface ApprovalFormProps {
  value: Approval;
  mayChange: boolean;
  save: Save;
}

export function ApprovalForm({ value, mayChange, save }: ApprovalFormProps) {
  return (
    <SettingForm mayChange={mayChange} save={save} saved={() => "The policy holds from now on"}>
      <ApprovalFields value={value} />
    </SettingForm>
  );
}

function ApprovalFields({ value }: { value: Approval }) {
  const [mode, setMode] = useState<string>(value.mode);
  // Hidden, not taken out: what was typed before changing one's mind is kept. What is wrong is shown in any case.
  const hidesDomains = useFieldError("domains") === undefined && mode !== "domains";
  const hidesNumber = useFieldError("perDay") === undefined && mode !== "daily";
  return (
    <>
      <FieldGroup legend="Applications are approved" error={useFieldError("mode")}>
        <RadioCards
          name="mode"
          defaultValue={value.mode}
          onChange={(event) => setMode(event.currentTarget.value)}
          cards={[
            { value: "manual", title: "By hand", text: "Somebody looks at each of them." },
            { value: "domains", title: "By themselves, for listed mail domains", text: "All others by hand." },
            { value: "daily", title: "By themselves, a number a day", text: "What comes after that, by hand." },
          ]}
        />
      </FieldGroup>
      <div hidden={hidesDomains}>
        <FormArea
          name="domains"
          label="Mail domains"
          hint="One a line, such as example.com. The address has to be confirmed first."
          defaultValue={value.domains.join("\n")}
          rows={5}
          spellCheck={false}
        />
      </div>
      <div hidden={hidesNumber}>
        <FormField
          name="perDay"
          label="Approvals within 24 hours"
          type="number"
          min={0}
          max={1000}
          defaultValue={value.perDay}
          className="w-32"
        />
      </div>
    </>
  );
}
