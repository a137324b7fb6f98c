"use client";

import { useProgress } from "@/components/client/use-progress.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { Steps } from "@/components/ui/steps.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { Provisioning } from "@/lib/domain/provisioning.ts";
import { DemoForm } from "./demo-form.tsx";

type DemoAction = (previous: ActionResult<never> | null, form: FormData) => Promise<ActionResult<never>>;

interface DemoProgressProps {
  id: string;
  /** How things stood when the page was made. */
  first: Provisioning;
  enter: DemoAction;
  /** Opens another one. */
  again: DemoAction;
  /** An investor's link, for another try by it. */
  link?: string;
}

/** A demo that is made while its visitor watches: they are taken in, or offered another try. */
export function DemoProgress({ id, first, enter, again, link }: DemoProgressProps) {
  const { status, trouble, steps } = useProgress(`/api/demo/${encodeURIComponent(id)}/progress`, first);
  if (status === "failed") {
    return (
      <div className="grid gap-8">
        <Notice tone="bad" title="This one did not come up" announce="alert">
          <p>
            {trouble?.what ?? "One of the steps did not work."} It is our fault and we have been told. What was made of
            it is removed, and it counts as none of yours.
          </p>
        </Notice>
        <DemoForm action={again} {...(link !== undefined && { link })}>
          Try another one
        </DemoForm>
      </div>
    );
  }
  return (
    <>
      <p className="mb-8 text-lg text-ink-muted">
        {status === "running"
          ? "It is ready, and you are let in."
          : "All the finished ones were taken, so yours is made while you watch."}
      </p>
      <Steps label="What is done for your demo" steps={steps} />
      <div className="mt-8">
        {status === "running" ? (
          <DemoForm action={enter} now>
            Go in
          </DemoForm>
        ) : (
          <Notice {...(trouble && { tone: "warn", title: trouble.what })}>
            <p>
              {trouble
                ? "It is tried again by itself. This page takes you in as soon as it is ready."
                : "A few seconds, usually. This page takes you in by itself as soon as it is ready."}
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}
