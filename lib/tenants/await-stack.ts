import type { Sql } from "../db/sql.ts";
import { type FreeholdError, failure } from "../errors.ts";
import type { ChangeFeed } from "./change-feed.ts";

/** An operation the worker began or ended. */
export interface OperationNews {
  readonly id: bigint;
  readonly kind: string;
  readonly target: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly failed: boolean;
}

interface AwaitOptions {
  readonly slug: string;
  readonly stackId: string;
  readonly feed: ChangeFeed;
  readonly timeoutMs: number;
  /** Operations up to this id belong to something earlier; see `lastOperation`. */
  readonly after: bigint;
  /** Called for each operation when it is first seen, and again when it has ended. */
  readonly onOperation: (operation: OperationNews) => void;
  /** The error that is thrown when time is up. */
  readonly onTimeout: (why: string) => FreeholdError;
}

/**
 * Follows a stack until the worker has settled what was last asked of it.
 * @throws stack_failed with the worker's own words for a terminal error; what `onTimeout` gives
 */
export async function awaitStack(db: Sql, options: AwaitOptions): Promise<void> {
  const { stackId, feed } = options;
  const time = AbortSignal.timeout(options.timeoutMs);
  const reports = new OperationReports(options.onOperation);
  for (;;) {
    const stack = await readStack(db, stackId, options.after);
    // A purge that is complete takes the row along.
    if (stack === null) return;
    for (const { errorCode, ...operation } of stack.operations)
      reports.add({ ...operation, failed: errorCode !== null });
    if (stack.phase === "settled" && stack.settledGeneration >= stack.generation) return;
    if (stack.phase === "failed") {
      throw failure("stack_failed", {
        slug: options.slug,
        why: stack.lastErrorMessage ?? "no reason was noted.",
        remedy: stack.lastErrorRemedy ?? `See ./freehold status ${options.slug}.`,
      });
    }
    if (time.aborted) throw options.onTimeout(whyUnsettled(stack));
    await feed.next(stackId, time);
  }
}

/** The newest operation of a stack, to be asked for before its intent is changed. */
export async function lastOperation(db: Sql, stackId: string): Promise<bigint> {
  const [row] = await db.$queryRaw<{ last: bigint | null }[]>`
    SELECT max(id) AS last FROM operations WHERE stack_id = ${stackId}::uuid`;
  return row?.last ?? 0n;
}

interface StackNews {
  readonly phase: "converging" | "settled" | "failed";
  readonly generation: number;
  readonly settledGeneration: number;
  readonly lastErrorMessage: string | null;
  readonly lastErrorRemedy: string | null;
  readonly operations: readonly OperationRow[];
}

async function readStack(db: Sql, id: string, after: bigint): Promise<StackNews | null> {
  // The stack first: what it settled is then among the operations.
  const [stack] = await db.$queryRaw<Omit<StackNews, "operations">[]>`
    SELECT phase::text AS phase, generation, settled_generation AS "settledGeneration",
           last_error_message AS "lastErrorMessage", last_error_remedy AS "lastErrorRemedy"
    FROM stacks WHERE id = ${id}::uuid`;
  if (!stack) return null;
  const operations = await db.$queryRaw<OperationRow[]>`
    SELECT id, kind, target, started_at AS "startedAt", ended_at AS "endedAt", error_code AS "errorCode"
    FROM operations WHERE stack_id = ${id}::uuid AND id > ${after} ORDER BY id`;
  return { ...stack, operations };
}

function whyUnsettled(stack: {
  readonly lastErrorMessage: string | null;
  readonly operations: readonly OperationRow[];
}): string {
  const open = stack.operations.find(({ endedAt }) => endedAt === null);
  if (stack.lastErrorMessage) return stack.lastErrorMessage.replace(/\.$/, "");
  return open ? `“${open.kind} ${open.target}” is still running` : "the worker has not finished it";
}

interface OperationRow extends Omit<OperationNews, "failed"> {
  readonly errorCode: string | null;
}

/** Passes each operation on twice at most: begun and ended. */
class OperationReports {
  readonly #seen = new Map<bigint, boolean>();
  readonly #report: (operation: OperationNews) => void;

  constructor(report: (operation: OperationNews) => void) {
    this.#report = report;
  }

  add(operation: OperationNews): void {
    const ended = operation.endedAt !== null;
    if (this.#seen.get(operation.id) === ended) return;
    this.#seen.set(operation.id, ended);
    this.#report(operation);
  }
}
