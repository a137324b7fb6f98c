"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { AdminPermission } from "@/lib/domain/permissions.ts";
import { type TenantDeed, tenantDeeds } from "./tenant-deeds.ts";

type Operate = (
  input:
    | { what: "suspend" | "close"; slug: string; reason: string }
    | { what: "resume" | "retry"; slug: string }
    | { what: "restart"; slug: string; service: string | null },
) => Promise<ActionResult<unknown>>;

interface TenantActionsProps {
  slug: string;
  name: string;
  intent: string;
  isFailed: boolean;
  isPurging: boolean;
  can: readonly AdminPermission[];
  /** What the address asks to do: the dialog is open. */
  asked: string | null;
  operate: Operate;
  purge: (input: { slug: string; typed: string }) => Promise<ActionResult<unknown>>;
  viewAs: (input: { slug: string; reason: string }) => Promise<ActionResult<unknown>>;
}

/** What can be done with a client, each with what will happen. */
export function TenantActions({ slug, name, can, asked, operate, purge, viewAs, ...state }: TenantActionsProps) {
  const possible = tenantDeeds(state).filter(({ permission }) => can.includes(permission));
  const [doing, setDoing] = useState<TenantDeed["what"] | null>(
    possible.find(({ what }) => what === asked)?.what ?? null,
  );
  const deed = possible.find(({ what }) => what === doing);

  async function carryOut({ what, done }: TenantDeed, fields: FormData): Promise<ActionResult<unknown>> {
    const reason = String(fields.get("reason") ?? "");
    const result = await run(what, reason);
    if (result.ok && what === "view") window.location.assign(`/t/${slug}`);
    else if (result.ok) toast.success(done);
    return result;
  }

  function run(what: TenantDeed["what"], reason: string): Promise<ActionResult<unknown>> {
    switch (what) {
      case "suspend":
      case "close":
        return operate({ what, slug, reason });
      case "resume":
      case "reopen":
        return operate({ what: "resume", slug });
      case "retry":
        return operate({ what, slug });
      case "restart":
        return operate({ what, slug, service: null });
      case "purge":
        return purge({ slug, typed: slug });
      case "view":
        return viewAs({ slug, reason });
    }
  }

  if (possible.length === 0) return null;
  return (
    <div className="my-6 flex flex-wrap gap-2">
      {possible.map(({ what, verb, tone }) => (
        <Button
          key={what}
          size="small"
          variant="secondary"
          className={tone === "danger" ? "text-bad" : ""}
          onClick={() => setDoing(what)}
        >
          {verb}
        </Button>
      ))}
      {deed && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setDoing(null)}
          title={`${deed.verb}: ${name}`}
          description={deed.happens}
          confirm={deed.verb}
          tone={deed.tone}
          {...(deed.what === "purge" ? { typeToConfirm: slug } : {})}
          onConfirm={(fields) => carryOut(deed, fields)}
        >
          {deed.reason && (
            <Field label="Reason" hint={deed.reason.hint} optional={!deed.reason.isRequired}>
              {(control) => (
                <Textarea {...control} name="reason" required={deed.reason?.isRequired} maxLength={500} rows={3} />
              )}
            </Field>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
