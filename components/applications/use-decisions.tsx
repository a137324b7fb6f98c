"use client";

import { useCallback, useState } from "react";
import { toast } from "@/components/ui/toaster.tsx";
import { unreached } from "@/components/ui/unreached.ts";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { RowResult } from "@/lib/domain/row-result.ts";
import { Countdown } from "./countdown.tsx";

type Results = ActionResult<{ results: RowResult[] }>;

export type Decide = (
  input:
    | { decision: "approve"; ids: string[]; reason?: string }
    | { decision: "reject"; ids: string[]; reason: string },
) => Promise<ActionResult<{ results: RowResult[]; undoSeconds: number }>>;
export type Undo = (input: { ids: string[] }) => Promise<Results>;

export interface Decisions {
  /** What did not work, by row, since the last thing that was done. */
  readonly failures: ReadonlyMap<string, string>;
  readonly isBusy: boolean;
  readonly decide: (decision: "approve" | "reject", ids: string[], reason?: string) => Promise<ActionResult<unknown>>;
  readonly takeBack: (ids: string[]) => Promise<void>;
  /** What was decided last and can perhaps still be taken back. */
  readonly last: readonly string[];
}

const words = { approve: "approved", reject: "rejected" } as const;

/** Decides and takes back, one or many, and says what became of each. */
export function useDecisions(decideAction: Decide, undoAction: Undo): Decisions {
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [last, setLast] = useState<readonly string[]>([]);

  const takeBack = useCallback(
    async (ids: string[]): Promise<void> => {
      setBusy(true);
      const answer: Results = await undoAction({ ids }).catch(() => unreached);
      setBusy(false);
      setLast([]);
      if (!answer.ok) return toast.error(answer.error.message, { description: answer.error.remedy });
      const { failed, done } = split(answer.data.results);
      setFailures(failed);
      if (done.length > 0) toast.success(done.length === 1 ? "Taken back" : `${done.length} taken back`);
      if (failed.size > 0) toast.error(failed.size === 1 ? "It was too late" : `${failed.size} were too late`);
    },
    [undoAction],
  );

  const decide = useCallback(
    async (decision: "approve" | "reject", ids: string[], reason = ""): Promise<ActionResult<unknown>> => {
      setBusy(true);
      const answer = await decideAction({ decision, ids, reason }).catch(() => unreached);
      setBusy(false);
      if (!answer.ok) {
        if (decision === "approve") toast.error(answer.error.message, { description: answer.error.remedy });
        return answer;
      }
      const { failed, done } = split(answer.data.results);
      setFailures(failed);
      setLast(done);
      if (failed.size > 0) {
        toast.error(
          failed.size === 1 ? `One could not be ${words[decision]}` : `${failed.size} could not be ${words[decision]}`,
          {
            description: "Why stands in its row.",
          },
        );
      }
      if (done.length > 0) {
        const ms = answer.data.undoSeconds * 1_000;
        toast.success(`${done.length === 1 ? "One" : done.length} ${words[decision]}`, {
          duration: ms,
          description: <Countdown until={Date.now() + ms} />,
          action: { label: "Undo", onClick: () => void takeBack(done) },
        });
      }
      return answer;
    },
    [decideAction, takeBack],
  );

  return { failures, isBusy, decide, takeBack, last };
}

function split(results: readonly RowResult[]) {
  const failed = new Map<string, string>();
  const done: string[] = [];
  for (const result of results) {
    if (result.ok) done.push(result.id);
    else failed.set(result.id, `${result.message} ${result.remedy}`);
  }
  return { failed, done };
}
