import type { Tx } from "../db/client.ts";
import type { PoolStack } from "../domain/demo-pool.ts";
import type { ObservedStack } from "../domain/status.ts";

export interface Pool {
  /** Oldest first. */
  readonly stacks: readonly (PoolStack & { readonly name: string; readonly problem: string | null })[];
  readonly newestRelease: string | null;
}

/** The stacks that belong to nobody yet. */
export async function readPool(db: Tx): Promise<Pool> {
  const [rows, release] = await Promise.all([
    db.stack.findMany({ where: { kind: "pool" }, orderBy: { createdAt: "asc" }, omit: { secretsSealed: true } }),
    db.release.findFirst({ orderBy: { createdAt: "desc" }, select: { id: true } }),
  ]);
  return {
    newestRelease: release?.id ?? null,
    stacks: rows.map((row) => ({
      id: row.id,
      name: row.name,
      releaseId: row.releaseId,
      phase: row.phase,
      isSettled: row.phase === "settled" && row.settledGeneration >= row.generation,
      everReady: row.readyAt !== null,
      answers: (row.observed as ObservedStack | null)?.ready ?? false,
      sample: row.sample,
      attempts: row.attempts,
      isEnding: row.purgeConfirmedAt !== null,
      createdAt: row.createdAt,
      problem: row.lastErrorMessage,
    })),
  };
}
