import type { Tx } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import type { Intent } from "../domain/status.ts";

/** A tenant as seen by somebody who may see it. */
export interface TenantAccess {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  readonly intent: Intent;
  readonly intentReason: string | null;
  readonly purgeAt: Date | null;
  readonly isSuspended: boolean;
  readonly stackId: string | null;
  /** Null for an admin who views it. */
  readonly memberRole: TenantRole | null;
}

/**
 * What this person may see of a tenant; null when there is no such tenant, when it is purged, and when
 * it is none of theirs: nobody can tell these apart.
 * @param viewingTenantId the tenant that an admin's session views as its client
 */
export async function findAccess(
  db: Tx,
  slug: string,
  userId: string,
  viewingTenantId: string | null,
): Promise<TenantAccess | null> {
  const tenant = await db.tenant.findFirst({
    where: { slug, purgedAt: null },
    select: {
      id: true,
      slug: true,
      name: true,
      intent: true,
      intentReason: true,
      purgeAt: true,
      memberships: { where: { userId }, select: { role: true } },
      stacks: { where: { isCurrent: true }, select: { id: true } },
    },
  });
  if (tenant === null) return null;
  const memberRole = tenant.memberships[0]?.role ?? null;
  if (memberRole === null && tenant.id !== viewingTenantId) return null;
  return {
    tenantId: tenant.id,
    slug: tenant.slug,
    name: tenant.name,
    intent: tenant.intent,
    intentReason: tenant.intentReason,
    purgeAt: tenant.purgeAt,
    isSuspended: tenant.intent === "suspended",
    stackId: tenant.stacks[0]?.id ?? null,
    memberRole,
  };
}
