"use client";

import { useEffect, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { Steps } from "@/components/ui/steps.tsx";
import { duration } from "@/components/ui/time.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { Provisioning as Progress, ProgressOperation } from "@/lib/domain/provisioning.ts";
import { EnterCms } from "./enter-cms.tsx";
import { useTellStatus } from "./live-status.tsx";
import { useProgress } from "./use-progress.ts";

interface ProvisioningProps {
  slug: string;
  siteUrl: string;
  /** How things stood when the page was made. */
  first: Progress;
  /** When the wait began. */
  since: Date;
  enter: (input: { slug: string }) => Promise<ActionResult<{ url: string }>>;
}

const helpAfterMs = 120_000;

/** How a client's CMS comes up, as it happens, and the ways into it when it is there. */
export function Provisioning({ slug, siteUrl, first, since, enter }: ProvisioningProps) {
  const { operations, status, trouble, steps } = useProgress(`/api/t/${encodeURIComponent(slug)}/progress`, first);
  useTellStatus(status);
  const isLate = useLater(since, helpAfterMs);
  const isReady = status === "running";
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        <h2 className="mb-4 text-2xl">{isReady ? "Your CMS is ready" : "Your CMS is being set up"}</h2>
        {isReady && (
          <div className="mb-6 flex flex-wrap gap-3">
            <EnterCms slug={slug} enter={enter} />
            <a href={siteUrl} className={buttonStyle({ variant: "secondary" })}>
              Open your site
            </a>
          </div>
        )}
        <Steps label="What is being done" steps={steps} />
        {isReady && <p className="caption mt-3">{howLong(operations)}</p>}
        {!isReady && trouble && (
          <Notice tone={status === "failed" ? "bad" : "warn"} title={trouble.what} announce="status" className="mt-6">
            <p>{trouble.next}</p>
          </Notice>
        )}
        {!isReady && isLate && (
          <Notice title="This takes longer than it should" announce="status" className="mt-6">
            <p>
              You need not wait here: it goes on when you close this page, and nothing you entered is lost. If it is not
              there in a quarter of an hour, answer any mail you had from us, and somebody helps you.
            </p>
          </Notice>
        )}
      </div>
      <WhatComesNext />
    </div>
  );
}

function WhatComesNext() {
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="mb-4 text-2xl">
        What comes next
      </h2>
      <ol className="grid list-decimal gap-3 pl-5 text-ink-muted">
        <li>Open your CMS. You are signed in there already, without another password.</li>
        <li>Give your site its name, and look at the page that is there.</li>
        <li>Write a page and publish it: the world sees it at once.</li>
        <li>Invite whoever writes with you.</li>
      </ol>
    </section>
  );
}

function howLong(operations: readonly ProgressOperation[]): string {
  if (operations.length === 0) return "It was ready and waiting for you.";
  const from = Math.min(...operations.map(({ startedAt }) => startedAt));
  const to = Math.max(...operations.map(({ endedAt, startedAt }) => endedAt ?? startedAt));
  return `Made for you in ${duration(to - from)}.`;
}

function useLater(since: Date, ms: number): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), Math.max(0, since.getTime() + ms - Date.now()));
    return () => clearTimeout(timer);
  }, [since, ms]);
  return isLater;
}
