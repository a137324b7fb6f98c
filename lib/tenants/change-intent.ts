import { appendAudit } from "../db/append-audit.ts";
import type { Db, Prisma, Tx } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

export interface IntentChange {
  /** New values of the tenant's row. */
  readonly data: Prisma.TenantUpdateInput;
  readonly action: string;
  readonly reason: string | null;
  readonly details?: Prisma.InputJsonObject;
  /** What has to be true along with it, such as a mail. */
  readonly also?: (tx: Tx) => Promise<void>;
}

/**
 * The one way an existing tenant's intent changes: the row, the stacks' generation, the audit event
 * and the worker's wake-up in one transaction. A change that changes nothing returns null and
 * writes nothing.
 * @throws tenant_unknown, tenant_purged
 */
export async function changeIntent(
  db: Db,
  slug: string,
  actor: Actor,
  decide: (tenant: Prisma.TenantModel) => IntentChange | null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tenants WHERE slug = ${slug} FOR UPDATE`;
    const tenant = await tx.tenant.findUnique({ where: { slug }, include: { stacks: { select: { id: true } } } });
    if (!tenant) throw failure("tenant_unknown", { slug });
    if (tenant.purgedAt) throw failure("tenant_purged", { slug });
    const change = decide(tenant);
    if (change === null) return;
    await tx.tenant.update({
      where: { id: tenant.id },
      data: { ...change.data, intentReason: change.reason, intentActor: actor.name, intentAt: new Date() },
    });
    await tx.stack.updateMany({
      where: { tenantId: tenant.id },
      data: { generation: { increment: 1 }, phase: "converging", attempts: 0, notBefore: new Date() },
    });
    for (const { id } of tenant.stacks) await wakeWorker(tx, id);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: change.action,
      subject: `tenant:${slug}`,
      reason: change.reason,
      ...(change.details && { details: change.details }),
    });
    await change.also?.(tx);
  });
}
