"use client";

import { z } from "zod/mini";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { SettingForm } from "./setting-form.tsx";

const schema = z.object({
  mode: z.enum(["manual", "domains", "daily"]),
  domains: z.string(),
  perDay: z.int("Enter a whole number.").check(z.minimum(0, "Enter 0 or more.")),
});
type Approval = z.output<typeof schema>;

interface ApprovalFormProps {
  value: Approval;
  mayChange: boolean;
  save: (input: Approval) => Promise<ActionResult>;
}

export function ApprovalForm({ value, mayChange, save }: ApprovalFormProps) {
  const { form, register, errorOf, ...rest } = useActionForm(schema, save, {
    defaultValues: value,
    onSuccess: () => toast.success("The policy holds from now on"),
  });
  const mode = form.watch("mode");
  return (
    <SettingForm mayChange={mayChange} {...rest}>
      <FieldGroup legend="Applications are approved" error={errorOf("mode")}>
        <RadioCards
          cards={[
            { value: "manual", title: "By hand", text: "Somebody looks at each of them." },
            { value: "domains", title: "By themselves, for listed mail domains", text: "All others by hand." },
            { value: "daily", title: "By themselves, a number a day", text: "What comes after that, by hand." },
          ]}
          {...register("mode")}
        />
      </FieldGroup>
      {/* Hidden, not taken out: what was typed before changing one’s mind is kept. */}
      <Field
        label="Mail domains"
        hint="One a line, such as example.com. The address has to be confirmed first."
        error={errorOf("domains")}
        className={mode === "domains" ? "" : "hidden"}
      >
        {(control) => <Textarea {...control} {...register("domains")} rows={5} spellCheck={false} />}
      </Field>
      <Field label="Approvals within 24 hours" error={errorOf("perDay")} className={mode === "daily" ? "" : "hidden"}>
        {(control) => (
          <Input
            {...control}
            {...register("perDay", { valueAsNumber: true })}
            type="number"
            min={0}
            max={1000}
            className="w-32"
          />
        )}
      </Field>
    </SettingForm>
  );
}
