import type { Tx } from "../db/client.ts";
import { demoEnd } from "../domain/demo-end.ts";
import { poolSample } from "../domain/demo-pool.ts";
import { type Provisioning, provisioningTrouble } from "../domain/provisioning.ts";
import { readOperations } from "./read-provisioning.ts";

/**
 * How far a visitor's demo has come; `failed` also when it was removed because it did not come up.
 * Null when it is over, or has become somebody's.
 */
export async function readDemoProgress(db: Tx, stackId: string, now = new Date()): Promise<Provisioning | null> {
  const row = await db.stack.findUnique({
    where: { id: stackId },
    select: {
      kind: true,
      tenantId: true,
      purgeConfirmedAt: true,
      phase: true,
      readyAt: true,
      sample: true,
      claimedAt: true,
      expiresAt: true,
      lastErrorCode: true,
      keptBy: { select: { status: true, createdAt: true, verifiedAt: true } },
    },
  });
  if (row === null || row.purgeConfirmedAt !== null) return readFailure(db, stackId);
  if (row.kind !== "demo" || row.tenantId !== null || row.expiresAt === null) return null;
  if (demoEnd(row.expiresAt, row.keptBy) <= now) return null;
  const status =
    row.phase === "failed"
      ? "failed"
      : row.readyAt !== null && row.sample === poolSample
        ? "running"
        : ("provisioning" as const);
  return {
    status,
    operations: await readOperations(db, stackId, row.claimedAt),
    trouble: status === "running" ? null : provisioningTrouble(row.lastErrorCode, status === "failed"),
  };
}

async function readFailure(db: Tx, stackId: string): Promise<Provisioning | null> {
  const failure = await db.spareFailure.findUnique({ where: { stackId } });
  if (failure?.kind !== "demo") return null;
  return { status: "failed", operations: [], trouble: provisioningTrouble(failure.code, true) };
}
