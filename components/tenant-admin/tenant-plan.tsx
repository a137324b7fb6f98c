"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { moment } from "@/components/ui/time.ts";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";

interface PlanShown {
  readonly lines: readonly { readonly id: string; readonly cause: string; readonly after: readonly string[] }[];
  readonly blocked: string | null;
  readonly at: Date;
}

interface TenantPlanProps {
  slug: string;
  plan: (input: { slug: string }) => Promise<ActionResult<PlanShown>>;
}

/** What reconcile would do now, and why. The engine is asked when somebody wants to know. */
export function TenantPlan({ slug, plan }: TenantPlanProps) {
  const [answer, setAnswer] = useState<ActionResult<PlanShown> | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function ask(): Promise<void> {
    setBusy(true);
    setAnswer(await plan({ slug }).catch(() => unreached));
    setBusy(false);
  }

  return (
    <>
      <Button size="small" variant="secondary" busy={isBusy} onClick={() => void ask()}>
        {answer === null ? "Ask the engine" : "Ask again"}
      </Button>
      <div aria-live="polite" className="mt-4">
        {answer?.ok === false && <FormFailure failure={answer.error} />}
        {answer?.ok && <PlanText plan={answer.data} />}
      </div>
    </>
  );
}

function PlanText({ plan: { lines, blocked, at } }: { plan: PlanShown }) {
  if (blocked) {
    return (
      <Notice tone="bad" title="Nothing is done, because it would do harm">
        {blocked}
      </Notice>
    );
  }
  return (
    <>
      <p className="caption">As of {moment(at)}</p>
      {lines.length === 0 ? (
        <p className="mt-1">Nothing to do: what runs is what should.</p>
      ) : (
        <ol className="mt-2 border-t border-rule">
          {lines.map(({ id, cause, after }) => (
            <li key={id} className="grid gap-x-6 border-b border-rule py-2.5 sm:grid-cols-[minmax(12rem,1fr)_2fr]">
              <span className="font-medium">{id.replaceAll("-", " ")}</span>
              <span className="text-ink-muted">
                {cause}
                {after.length > 0 && <span className="caption block">after {after.join(", ")}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
