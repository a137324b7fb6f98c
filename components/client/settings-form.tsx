"use client";

import { z } from "zod/mini";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useActionForm } from "@/components/ui/use-action-form.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

const settings = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "Give it a name."), z.maxLength(120, "This is too long.")),
  contactEmail: z.string().check(z.trim(), z.email("This is not an address.")),
});

interface SettingsFormProps {
  slug: string;
  name: string;
  contactEmail: string;
  configure: (input: { slug: string; name: string; contactEmail: string }) => Promise<ActionResult>;
}

export function SettingsForm({ slug, name, contactEmail, configure }: SettingsFormProps) {
  const { register, errorOf, submit, isBusy, failure } = useActionForm(
    settings,
    (input) => configure({ slug, ...input }),
    { defaultValues: { name, contactEmail }, onSuccess: () => toast.success("Saved") },
  );
  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-5">
      <Field
        label="Company name"
        hint="What we call you, here and in mails. The title that visitors read on your site is set in the CMS."
        error={errorOf("name")}
      >
        {(control) => <Input {...control} {...register("name")} autoComplete="organization" />}
      </Field>
      <Field
        label="Contact address"
        hint="Where we write when something concerns the whole account."
        error={errorOf("contactEmail")}
      >
        {(control) => <Input {...control} {...register("contactEmail")} type="email" autoComplete="email" />}
      </Field>
      {failure && <FormFailure failure={failure} />}
      <div>
        <Button type="submit" busy={isBusy}>
          Save
        </Button>
      </div>
    </form>
  );
}
