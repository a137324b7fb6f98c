import { randomUUID } from "node:crypto";
import type { ErrorCode } from "../errors.ts";
import type { Recorder } from "../reconcile/execute.ts";
import type { Db } from "./client.ts";
import { changeChannel } from "./listen.ts";

/** A recorder for one run of reconcile on one stack; each end is announced to whoever looks. */
export function recordOperations(db: Db, stackId: string): Recorder {
  const runId = randomUUID();
  const rows = new Map<string, Promise<bigint>>();
  return {
    async started(step) {
      const row = db.operation.create({
        data: { stackId, runId, kind: step.kind, target: step.target, cause: step.cause, startedAt: new Date() },
        select: { id: true },
      });
      const id = row.then((created) => created.id);
      rows.set(step.id, id);
      await id;
    },
    async ended(step, error) {
      const endedAt = new Date();
      const id = await rows.get(step.id);
      if (id === undefined) return;
      await db.$executeRaw`
        WITH ended AS (
          UPDATE operations SET ended_at = ${endedAt}, error_code = ${error?.code ?? null}, error_detail = ${error?.message ?? null}
          WHERE id = ${id} RETURNING stack_id)
        SELECT pg_notify(${changeChannel}, stack_id::text) FROM ended`;
    },
  };
}

/** Closes what a worker that is gone had begun; to be called by whoever holds the lease. */
export async function closeInterrupted(db: Db, stackId: string): Promise<void> {
  await db.operation.updateMany({
    where: { stackId, endedAt: null },
    data: { endedAt: new Date(), errorCode: "interrupted" satisfies ErrorCode },
  });
}
