"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";

/** An action as forms call it. */
export type Save = (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;

interface SettingFormProps {
  save: Save;
  /** Said when it was saved. */
  saved: (form: FormData) => string;
  /** Whoever may not change settings reads them. */
  mayChange: boolean;
  children: ReactNode;
}

/** The frame of each form of the settings. */
export function SettingForm({ save, saved, mayChange, children }: SettingFormProps) {
  if (!mayChange) {
    return (
      <fieldset disabled className="grid max-w-xl min-w-0 gap-5">
        {children}
      </fieldset>
    );
  }
  async function saveAndSay(previous: ActionResult | null, form: FormData): Promise<ActionResult> {
    const result = await save(previous, form);
    if (result.ok) toast.success(saved(form));
    return result;
  }
  return (
    <ActionForm action={saveAndSay} submit="Save" className="grid max-w-xl gap-5">
      {children}
    </ActionForm>
  );
}
