"use client";

import { z } from "zod/mini";
import { Switch } from "@/components/ui/choice.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { SettingForm } from "./setting-form.tsx";

/** A whole number between two others; the same bounds as in lib/domain/settings.ts, which checks again. */
const between = (least: number, most: number) =>
  z
    .int("Enter a whole number.")
    .check(z.minimum(least, `Enter ${least} or more.`), z.maximum(most, `Enter ${most.toLocaleString("en")} or less.`));

const schema = z.object({
  enabled: z.boolean(),
  poolSize: between(0, 20),
  lifetimeMinutes: between(5, 1_440),
  atOnce: between(0, 200),
  perAddressPerDay: between(1, 100),
});
type Demo = z.output<typeof schema>;

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
  value: Demo;
  mayChange: boolean;
  save: (input: Demo) => Promise<ActionResult>;
}

export function DemoForm({ value, mayChange, save }: DemoFormProps) {
  const {
    register,
    errorOf,
    form: _form,
    ...rest
  } = useActionForm(schema, save, {
    defaultValues: value,
    onSuccess: () => toast.success("Saved"),
  });
  return (
    <SettingForm mayChange={mayChange} {...rest}>
      <Switch
        label="Visitors may open a demo"
        hint="Off, nobody gets a new one and no stack waits for anybody. Demos that run go on."
        {...register("enabled")}
      />
      {numbers.map(({ name, label, hint }) => (
        <Field key={name} label={label} hint={hint} error={errorOf(name)}>
          {(control) => (
            <Input
              {...control}
              {...register(name, { valueAsNumber: true })}
              type="number"
              inputMode="numeric"
              className="w-32"
            />
          )}
        </Field>
      ))}
    </SettingForm>
  );
}
