"use client";

import { z } from "zod/mini";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { SettingForm } from "./setting-form.tsx";

const schema = z.object({ slugs: z.string() });

interface ReservedFormProps {
  slugs: readonly string[];
  mayChange: boolean;
  save: (input: { slugs: string }) => Promise<ActionResult>;
}

export function ReservedForm({ slugs, mayChange, save }: ReservedFormProps) {
  const {
    register,
    errorOf,
    form: _form,
    ...rest
  } = useActionForm(schema, save, {
    defaultValues: { slugs: slugs.join("\n") },
    onSuccess: () => toast.success("Nobody gets these addresses"),
  });
  return (
    <SettingForm mayChange={mayChange} {...rest}>
      <Field
        label="Reserved addresses"
        hint="One a line. Names such as admin, www or mail are reserved anyway. Who has one already keeps it."
        error={errorOf("slugs")}
      >
        {(control) => <Textarea {...control} {...register("slugs")} rows={5} spellCheck={false} />}
      </Field>
    </SettingForm>
  );
}
