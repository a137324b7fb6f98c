"use client";

import { FormField } from "@/components/forms/form-field.tsx";
import { Switch } from "@/components/ui/choice.tsx";
import type { SettingValue } from "@/lib/domain/settings.ts";
import { type Save, SettingForm } from "./setting-form.tsx";

const numbers = [
  {
    name: "poolSize",
    label: "Finished stacks that wait",
    hint: "For demos and for approved clients. Each takes memory while it waits.",
  },
  {
    name: "lifetimeMinutes",
    label: "Minutes that a demo lives",
    hint: "Demos that run already keep the time they got.",
  },
  { name: "atOnce", label: "Demos at once", hint: "Over all visitors." },
  {
    name: "perAddressPerDay",
    label: "Demos of one address within 24 hours",
    hint: "So that a stranger cannot fill the machine.",
  },
] as const;

interface DemoFormProps {
  value: SettingValue<"demo">;
  mayChange: boolean;
  save: Save;
}

export function DemoForm({ value, mayChange, save }: DemoFormProps) {
  return (
    <SettingForm mayChange={mayChange} save={save} saved={() => "Saved"}>
      <Switch
        name="enabled"
        label="Visitors may open a demo"
        hint="Off, nobody gets a new one and no stack waits for anybody. Demos that run go on."
        defaultChecked={value.enabled}
      />
      {numbers.map(({ name, label, hint }) => (
        <FormField
          key={name}
          name={name}
          label={label}
          hint={hint}
          type="number"
          defaultValue={value[name]}
          className="w-32"
        />
      ))}
    </SettingForm>
  );
}
