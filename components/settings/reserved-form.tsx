"use client";

import { FormArea } from "@/components/forms/form-area.tsx";
import { type Save, SettingForm } from "./setting-form.tsx";

interface ReservedFormProps {
  slugs: readonly string[];
  mayChange: boolean;
  save: Save;
}

export function ReservedForm({ slugs, mayChange, save }: ReservedFormProps) {
  return (
    <SettingForm mayChange={mayChange} save={save} saved={() => "Nobody gets these addresses"}>
      <FormArea
        name="slugs"
        label="Reserved addresses"
        hint="One a line. Names such as admin, www or mail are reserved anyway. Who has one already keeps it."
        defaultValue={slugs.join("\n")}
        rows={5}
        spellCheck={false}
      />
    </SettingForm>
  );
}
