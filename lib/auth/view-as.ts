import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "../tenants/actor.ts";

/** How long an admin sees a tenant as its client does. Minutes. */
export const viewingMinutes = 30;

/**
 * Lets an admin's session see a tenant's pages as its client does, for a reason that is in the audit
 * trail. Viewing another ends this.
 * @throws tenant_unknown, also for one that was purged
 */
export async function startViewing(
  db: Db,
  sessionId: string,
  slug: string,
  reason: string,
  actor: Actor,
): Promise<{ until: Date }> {
  const until = new Date(Date.now() + viewingMinutes * 60_000);
  await db.$transaction(async (tx) => {
    const tenant = await tx.tenant.findFirst({ where: { slug, purgedAt: null }, select: { id: true } });
    if (!tenant) throw failure("tenant_unknown", { slug });
    await tx.session.update({
      where: { id: sessionId },
      data: { viewingTenantId: tenant.id, viewingReason: reason, viewingUntil: until },
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.viewing-started",
      subject: `tenant:${slug}`,
      reason,
      details: { session: sessionId, until: until.toISOString() },
    });
  });
  return { until };
}

/** Ends it before its time. @returns the tenant that was viewed; null when none was */
export async function stopViewing(db: Db, sessionId: string, actor: Actor): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { viewingTenantId: true, viewingTenant: { select: { slug: true } } },
    });
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, viewingTenantId: { not: null } },
      data: { viewingTenantId: null, viewingReason: null, viewingUntil: null },
    });
    if (count === 0 || !session?.viewingTenant) return null;
    const { slug } = session.viewingTenant;
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.viewing-ended",
      subject: `tenant:${slug}`,
      details: { session: sessionId },
    });
    return slug;
  });
}
