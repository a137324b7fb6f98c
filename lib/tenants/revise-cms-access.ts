import type { Tx } from "../db/client.ts";

/** The worker is told of changed access on this channel. */
export const accessChannel = "freehold_access";

/**
 * Has the worker end what somebody has open in a tenant's CMS, inside the transaction that changes
 * their standing. It is done once the CMS answers, however long that takes (end-cms-access.ts).
 * @param actor as the audit trail knows them
 */
export async function reviseCmsAccess(tx: Tx, tenantId: string, email: string, actor: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cms_access_changes (tenant_id, email, requested_by, requested_at)
    VALUES (${tenantId}::uuid, ${email}, ${actor}, clock_timestamp())
    ON CONFLICT (tenant_id, email) DO UPDATE SET
      requested_by = excluded.requested_by, requested_at = excluded.requested_at, attempts = 0, not_before = now()`;
  await tx.$executeRaw`SELECT pg_notify(${accessChannel}, '')`;
}
