"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { FormFailure } from "@/components/ui/form-failure.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { VerificationStep } from "@/lib/domain/verification.ts";
import { readLines } from "./read-lines.ts";

const count = (events: number): string => `${events.toLocaleString("en")} event${events === 1 ? "" : "s"}`;

/** Has the server walk the whole chain, shows how far it is, and what it found. */
export function VerifyChain() {
  const [step, setStep] = useState<VerificationStep | null>(null);
  const [total, setTotal] = useState(0);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);
  const isBusy = step?.step === "begun" || step?.step === "fits";

  function open(): AbortController {
    const controller = new AbortController();
    asking.current = controller;
    return controller;
  }

  async function verify(): Promise<void> {
    const { signal } = open();
    setStep({ step: "begun", total: 0 });
    let last: VerificationStep | null = null;
    try {
      const answer = await fetch("/api/admin/audit/verify", { signal, cache: "no-store" });
      if (!answer.ok || answer.body === null) throw new Error(`verify answered ${answer.status}`);
      for await (const line of readLines(answer.body)) {
        last = JSON.parse(line) as VerificationStep;
        if (last.step === "begun") setTotal(last.total);
        setStep(last);
      }
    } catch {
      if (signal.aborted) return;
    }
    if (last?.step !== "whole" && last?.step !== "failed") setStep({ step: "failed", error: unreached.error });
  }

  return (
    <div className="grid gap-4">
      <div>
        <Button variant="secondary" size="small" busy={isBusy} onClick={() => void verify()}>
          Verify the chain
        </Button>
      </div>
      {isBusy && (
        <Progress
          label="Computing every hash anew"
          max={Math.max(1, total)}
          value={step.step === "fits" ? step.events : undefined}
          text={
            step.step === "fits" ? `${step.events.toLocaleString("en")} of ${total.toLocaleString("en")}` : undefined
          }
          className="max-w-xl"
        />
      )}
      {step?.step === "whole" && (
        <Notice tone="ok" title={`${count(step.events)}, every hash right.`} announce="status">
          {step.head === null ? (
            <p>Nothing was done yet.</p>
          ) : (
            <>
              <p>The last hash, kept elsewhere, shows later that nothing was rewritten or cut off:</p>
              <p className="mt-1 flex items-start gap-2">
                <code className="font-mono text-sm wrap-anywhere">{step.head}</code>
                <CopyButton text={step.head} what="the last hash" compact />
              </p>
            </>
          )}
        </Notice>
      )}
      {step?.step === "failed" && <FormFailure failure={step.error} />}
    </div>
  );
}
