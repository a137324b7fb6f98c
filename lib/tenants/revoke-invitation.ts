import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { lockTenant } from "./lock-tenant.ts";
import { requireOwnerFor } from "./member-rules.ts";

/** Takes an open invitation back; its link stops working. @throws invitation_invalid, forbidden */
export async function revokeInvitation(
  db: Db,
  slug: string,
  id: string,
  actorRole: TenantRole,
  actor: Actor,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const tenant = await lockTenant(tx, slug);
    const open = { id, tenantId: tenant.id, acceptedAt: null, revokedAt: null };
    const found = await tx.invitation.findFirst({ where: open, select: { email: true, tenantRole: true } });
    if (found === null) throw failure("invitation_invalid");
    requireOwnerFor(found.tenantRole ?? "viewer", actorRole);
    const won = await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date() } });
    // Accepted in this very moment.
    if (won.count === 0) throw failure("invitation_invalid");
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "invitation.revoked",
      subject: `tenant:${slug}`,
      details: { email: found.email },
    });
  });
}
