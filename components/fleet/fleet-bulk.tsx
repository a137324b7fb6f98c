"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/confirm-dialog-later.ts";
import { Field } from "@/components/ui/field.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import { useIsReady } from "@/components/ui/use-is-ready.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { RowResult } from "@/lib/domain/row-result.ts";

export type BulkChange = "suspend" | "resume" | "restart";

interface FleetBulkProps {
  /** The search's address, for what matches beyond this page. */
  query: string;
  total: number;
  change: (input: { change: BulkChange; slugs: string[]; reason?: string }) => Promise<ActionResult<RowResult[]>>;
  matching: (input: { query: string }) => Promise<ActionResult<string[]>>;
  children: ReactNode;
}

/** So many go to the server at once: the bar moves, and stopping loses little. */
const chunk = 20;

const words = {
  suspend: {
    verb: "Suspend",
    done: "suspended",
    text: "Their sites close for visitors, who read the reason, and their containers stop. Their owners get a mail. Data is kept.",
  },
  resume: { verb: "Resume", done: "resumed", text: "Their sites come back as they were, and their owners get a mail." },
  restart: {
    verb: "Restart",
    done: "being restarted",
    text: "Every service of each starts anew. Sites are away for some seconds.",
  },
} as const;

interface Work {
  readonly change: BulkChange;
  readonly total: number;
  readonly results: readonly RowResult[];
  readonly isOver: boolean;
}

/** The register with its rows to choose from, and what can be done with the chosen ones. */
export function FleetBulk({ query, total, change, matching, children }: FleetBulkProps) {
  const router = useRouter();
  const isReady = useIsReady();
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  const [all, setAll] = useState(false);
  const [asking, setAsking] = useState<BulkChange | null>(null);
  const [work, setWork] = useState<Work | null>(null);

  const boxes = (): HTMLInputElement[] => [
    ...(form.current?.querySelectorAll<HTMLInputElement>("input[name=slug]") ?? []),
  ];
  function look(): void {
    setCount(boxes().filter(({ checked }) => checked).length);
    setAll(false);
  }
  // Boxes that the browser brought back with the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when scripts begin to run
  useEffect(look, []);
  function clear(): void {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])
      box.checked = false;
    look();
  }

  async function chosen(): Promise<ActionResult<string[]>> {
    if (all) return matching({ query });
    const slugs = boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
    return { ok: true, data: slugs };
  }

  async function carryOut(kind: BulkChange, reason: string): Promise<void> {
    const found = await chosen().catch(() => unreached);
    const slugs = found.ok ? found.data : [];
    let results: RowResult[] = found.ok ? [] : [{ id: "The list", ok: false, ...found.error }];
    setWork({ change: kind, total: slugs.length, results, isOver: false });
    for (let at = 0; at < slugs.length; at += chunk) {
      const part = slugs.slice(at, at + chunk);
      const answer = await change({ change: kind, slugs: part, ...(reason && { reason }) }).catch(() => unreached);
      const failed = (slug: string): RowResult => ({
        id: slug,
        ok: false,
        message: answer.ok ? "" : answer.error.message,
        remedy: answer.ok ? "" : answer.error.remedy,
      });
      results = [...results, ...(answer.ok ? answer.data : part.map(failed))];
      setWork({ change: kind, total: slugs.length, results, isOver: false });
    }
    setWork({ change: kind, total: slugs.length, results, isOver: true });
    clear();
    router.refresh();
  }

  const amount = all ? total : count;
  return (
    <>
      <div className="mb-3 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2">
        {(Object.keys(words) as BulkChange[]).map((kind) => (
          <Button
            key={kind}
            size="small"
            variant="secondary"
            disabled={amount === 0 || work?.isOver === false}
            onClick={() => setAsking(kind)}
          >
            {words[kind].verb}
          </Button>
        ))}
        <p role="status" className="caption">
          {amount === 0 ? "None selected" : `${amount.toLocaleString("en")} selected`}
        </p>
        {count > 0 && !all && total > count && (
          <Button size="inline" variant="link" onClick={() => setAll(true)}>
            Select all {total.toLocaleString("en")} that match
          </Button>
        )}
        {amount > 0 && (
          <Button size="inline" variant="link" onClick={clear}>
            Clear
          </Button>
        )}
      </div>
      {work && <WorkReport work={work} onClose={() => setWork(null)} />}
      <form ref={form} onChange={look} onSubmit={(event) => event.preventDefault()}>
        <fieldset disabled={!isReady} className="min-w-0">
          <legend className="sr-only">Choose clients</legend>
          {children}
        </fieldset>
      </form>
      <Suspense>
        {asking && (
          <ConfirmDialog
            open
            onOpenChange={(open) => !open && setAsking(null)}
            title={`${words[asking].verb} ${amount.toLocaleString("en")} ${amount === 1 ? "client" : "clients"}?`}
            description={words[asking].text}
            confirm={words[asking].verb}
            tone={asking === "suspend" ? "danger" : "primary"}
            onConfirm={async (fields) => {
              void carryOut(asking, String(fields.get("reason") ?? ""));
              return { ok: true, data: null };
            }}
          >
            {asking === "suspend" && (
              <Field label="Reason" hint="Visitors and clients read it.">
                {(control) => <Textarea {...control} name="reason" required maxLength={500} rows={3} />}
              </Field>
            )}
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}

function WorkReport({ work, onClose }: { work: Work; onClose: () => void }) {
  const { verb, done } = words[work.change];
  const failed = work.results.filter((result) => !result.ok);
  const good = work.results.length - failed.length;
  if (!work.isOver) {
    return (
      <Progress
        className="mb-6"
        label={`${verb}, one after the other`}
        value={work.results.length}
        max={Math.max(1, work.total)}
        text={`${work.results.length} of ${work.total}`}
      />
    );
  }
  return (
    <Notice
      tone={failed.length === 0 ? "ok" : "warn"}
      announce="status"
      className="mb-6"
      title={`${good.toLocaleString("en")} ${done}${failed.length > 0 ? `, ${failed.length.toLocaleString("en")} not` : ""}.`}
      action={
        <Button size="small" variant="secondary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <details open={failed.length > 0}>
        <summary className="cursor-pointer">Each by itself</summary>
        <ul aria-label="Results" className="mt-2 max-h-80 overflow-y-auto">
          {[...failed, ...work.results.filter(({ ok }) => ok)].map((result) => (
            <li key={result.id} className="py-0.5">
              <span className="font-mono text-[0.8125rem]">{result.id}</span>{" "}
              {result.ok ? (
                <span className="text-ok">{done}</span>
              ) : (
                <span className="text-bad">
                  {result.message} {result.remedy}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
