"use client";

import { FormArea } from "@/components/forms/form-area.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import type { SettingValue } from "@/lib/domain/settings.ts";
import { type Save, SettingForm } from "./setting-form.tsx";

interface BannerFormProps {
  value: SettingValue<"banner">;
  mayChange: boolean;
  save: Save;
}

const saved = (form: FormData): string =>
  String(form.get("text")).trim() === "" ? "The banner is gone" : "On every page from now on";

export function BannerForm({ value, mayChange, save }: BannerFormProps) {
  return (
    <SettingForm mayChange={mayChange} save={save} saved={saved}>
      <FormArea
        name="text"
        label="Text"
        hint="Clients and visitors read it, too. Empty, there is no banner."
        defaultValue={value?.text ?? ""}
        rows={2}
        maxLength={300}
      />
      <FieldGroup legend="Kind">
        <RadioCards
          name="kind"
          defaultValue={value?.kind ?? "info"}
          cards={[
            { value: "info", title: "Information", text: "News, a planned change." },
            { value: "warn", title: "Warning", text: "Something does not work as it should." },
          ]}
        />
      </FieldGroup>
    </SettingForm>
  );
}
