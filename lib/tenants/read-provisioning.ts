import type { Tx } from "../db/client.ts";
import { type ProgressOperation, type Provisioning, provisioningTrouble } from "../domain/provisioning.ts";
import { type ObservedStack, tenantStatus } from "../domain/status.ts";

/** More than any start has; bounds what a stack that keeps failing sends to a browser. */
const mostOperations = 200;

/**
 * How far a tenant's stack has come: its operations since it is theirs, oldest first, what it is
 * now, and what is wrong in words for clients. Null when the tenant is gone.
 */
export async function readProvisioning(db: Tx, tenantId: string, now = new Date()): Promise<Provisioning | null> {
  const tenant = await db.tenant.findUnique({
    where: { id: tenantId, purgedAt: null },
    select: {
      intent: true,
      purgeConfirmedAt: true,
      purgedAt: true,
      stacks: {
        where: { isCurrent: true },
        select: {
          id: true,
          phase: true,
          readyAt: true,
          claimedAt: true,
          observed: true,
          observedAt: true,
          lastErrorCode: true,
        },
      },
    },
  });
  if (tenant === null) return null;
  const stack = tenant.stacks[0] ?? null;
  const status = tenantStatus(
    {
      intent: tenant.intent,
      purgeConfirmed: tenant.purgeConfirmedAt !== null,
      purged: tenant.purgedAt !== null,
      stack: stack && {
        phase: stack.phase,
        everReady: stack.readyAt !== null,
        observed: stack.observed as ObservedStack | null,
        observedAt: stack.observedAt,
      },
    },
    now,
  );
  return {
    status,
    operations: stack ? await readOperations(db, stack.id, stack.claimedAt) : [],
    trouble: status === "running" ? null : provisioningTrouble(stack?.lastErrorCode ?? null, stack?.phase === "failed"),
  };
}

/** What was done to a stack before it was claimed is not its new owner's story. */
export async function readOperations(db: Tx, stackId: string, claimedAt: Date | null): Promise<ProgressOperation[]> {
  const rows = await db.operation.findMany({
    where: { stackId, ...(claimedAt && { startedAt: { gte: claimedAt } }) },
    orderBy: { id: "asc" },
    take: mostOperations,
    select: { id: true, kind: true, target: true, startedAt: true, endedAt: true, errorCode: true },
  });
  return rows.map(({ id, kind, target, startedAt, endedAt, errorCode }) => ({
    id: id.toString(),
    kind,
    target,
    startedAt: startedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
    failed: errorCode !== null,
  }));
}
