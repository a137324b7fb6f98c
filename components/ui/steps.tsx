import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Elapsed } from "./elapsed.tsx";
import { Spinner } from "./spinner.tsx";
import { duration } from "./time.ts";

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly state: "pending" | "running" | "done" | "failed";
  readonly startedAt?: Date | null;
  readonly durationMs?: number | null;
  /** Why it failed, or what it is doing. */
  readonly detail?: ReactNode;
}

/** What is being done, one thing after another; each change is read out when there is a pause. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <>
      <p role="status" className="sr-only">
        {announcement(steps)}
      </p>
      <ol aria-label={label} className="border-t border-rule">
        {steps.map(({ id, name, state, startedAt, durationMs, detail }) => (
          <li
            key={id}
            aria-current={state === "running" ? "step" : undefined}
            className={cn(
              "grid grid-cols-[1.25rem_1fr_auto] items-baseline gap-x-3 border-b border-rule py-2.5",
              state === "pending" && "text-ink-muted",
            )}
          >
            <StepSign state={state} />
            <span className={cn(state === "running" && "font-medium")}>
              {name}
              <span className="sr-only">, {words[state]}</span>
            </span>
            <span className="text-right text-sm text-ink-muted tabular-nums">
              {durationMs != null ? (
                duration(durationMs)
              ) : state === "running" && startedAt ? (
                <span aria-hidden="true">
                  <Elapsed since={startedAt} />
                </span>
              ) : null}
            </span>
            {detail && (
              <div
                className={cn(
                  "col-span-2 col-start-2 text-[0.9375rem] text-ink-muted",
                  state === "failed" && "text-bad",
                )}
              >
                {detail}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const words = { pending: "waiting", running: "under way", done: "done", failed: "failed" } as const;

function StepSign({ state }: { state: Step["state"] }) {
  const style = "size-4 self-center";
  if (state === "running") return <Spinner className={cn(style, "text-busy")} />;
  if (state === "done") return <Check aria-hidden="true" strokeWidth={2} className={cn(style, "text-ok")} />;
  if (state === "failed") return <X aria-hidden="true" strokeWidth={2} className={cn(style, "text-bad")} />;
  return (
    <span
      aria-hidden="true"
      className="size-2 justify-self-center self-center rounded-full border border-rule-strong"
    />
  );
}

function announcement(steps: readonly Step[]): string {
  const failed = steps.find(({ state }) => state === "failed");
  if (failed) return `${failed.name} failed.`;
  const done = steps.filter(({ state }) => state === "done").length;
  if (done === steps.length) return steps.length > 0 ? "All done." : "";
  const running = steps.find(({ state }) => state === "running");
  return running ? `${done} of ${steps.length} done. ${running.name}.` : `${done} of ${steps.length} done.`;
}
