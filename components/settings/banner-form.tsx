"use client";

import { z } from "zod/mini";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { RadioCards } from "@/components/ui/radio-cards.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import { SettingForm } from "./setting-form.tsx";

const schema = z.object({
  text: z.string().check(z.maxLength(300, "Use 300 characters or fewer.")),
  kind: z.enum(["info", "warn"]),
});
type BannerInput = z.output<typeof schema>;

interface BannerFormProps {
  value: BannerInput | null;
  mayChange: boolean;
  save: (input: BannerInput) => Promise<ActionResult>;
}

export function BannerForm({ value, mayChange, save }: BannerFormProps) {
  const { register, errorOf, form, ...rest } = useActionForm(schema, save, {
    defaultValues: value ?? { text: "", kind: "info" },
    onSuccess: () => toast.success(form.getValues("text").trim() ? "On every page from now on" : "The banner is gone"),
  });
  return (
    <SettingForm mayChange={mayChange} {...rest}>
      <Field label="Text" hint="Clients and visitors read it, too. Empty, there is no banner." error={errorOf("text")}>
        {(control) => <Textarea {...control} {...register("text")} rows={2} maxLength={300} />}
      </Field>
      <FieldGroup legend="Kind" error={errorOf("kind")}>
        <RadioCards
          cards={[
            { value: "info", title: "Information", text: "News, a planned change." },
            { value: "warn", title: "Warning", text: "Something does not work as it should." },
          ]}
          {...register("kind")}
        />
      </FieldGroup>
    </SettingForm>
  );
}
