"use client";

import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormField } from "@/components/forms/form-field.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface SettingsFormProps {
  slug: string;
  name: string;
  contactEmail: string;
  configure: (input: { slug: string; name: string; contactEmail: string }) => Promise<ActionResult>;
}

export function SettingsForm({ slug, name, contactEmail, configure }: SettingsFormProps) {
  async function save(form: FormData): Promise<ActionResult> {
    const text = (field: string): string => String(form.get(field));
    const result = await configure({ slug, name: text("name"), contactEmail: text("contactEmail") });
    if (result.ok) toast.success("Saved");
    return result;
  }

  return (
    <ActionForm
      action={(_previous: ActionResult | null, form: FormData) => save(form)}
      submit="Save"
      className="grid max-w-xl gap-5"
    >
      <FormField
        name="name"
        label="Company name"
        hint="What we call you, here and in mails. The title that visitors read on your site is set in the CMS."
        defaultValue={name}
        autoComplete="organization"
        maxLength={120}
      />
      <FormField
        name="contactEmail"
        label="Contact address"
        hint="Where we write when something concerns the whole account."
        type="email"
        defaultValue={contactEmail}
        autoComplete="email"
        maxLength={254}
      />
    </ActionForm>
  );
}
