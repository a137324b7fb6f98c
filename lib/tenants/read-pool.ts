import type { Tx } from "../db/client.ts";
import type { PoolStack } from "../domain/demo-pool.ts";
import type { ObservedStack } from "../domain/status.ts";

export interface Pool {
  /** Oldest first. */
  readonly stacks: readonly (PoolStack & { readonly name: string; readonly problem: string | null })[];
  readonly newestRelease: string | null;
  /** Whether the default region has an engine that takes new stacks. */
  readonly hasPlace: boolean;
}

/** The stacks that belong to nobody yet. Those of a cordoned engine are left as they are until it takes new ones again. */
export async function readPool(db: Tx): Promise<Pool> {
  const [rows, release, engines] = await Promise.all([
    db.stack.findMany({
      where: { kind: "pool", engine: { cordoned: false } },
      orderBy: { createdAt: "asc" },
      omit: { secretsSealed: true },
    }),
    db.release.findFirst({ orderBy: { createdAt: "desc" }, select: { id: true } }),
    db.engine.count({ where: { cordoned: false, region: { isDefault: true } } }),
  ]);
  return {
    newestRelease: release?.id ?? null,
    hasPlace: engines > 0,
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
