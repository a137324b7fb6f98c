import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import type { AdminRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { lockOwners, requireAnotherAdminOwner } from "./admin-rules.ts";

/** What becomes of an admin: another role, or none. */
export type AdminChange = { readonly role: AdminRole } | "removed";

/**
 * Changes what an admin may do, or makes them none. Roles are read anew with every request; somebody
 * removed is signed out everywhere as well, and links that would let them in again stop working.
 * @returns whether anything changed
 * @throws admin_gone, last_admin_owner
 */
export async function changeAdmin(
  db: Db,
  userId: string,
  change: AdminChange,
  actor: Actor,
  now = new Date(),
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockOwners(tx);
    const admin = await tx.user.findUnique({ where: { id: userId }, select: { email: true, adminRole: true } });
    if (!admin?.adminRole) throw failure("admin_gone");
    const to = change === "removed" ? null : change.role;
    if (to === admin.adminRole) return false;
    if (admin.adminRole === "owner") await requireAnotherAdminOwner(tx, userId);

    await tx.user.update({ where: { id: userId }, data: { adminRole: to } });
    if (to !== "owner") await revokeTheirInvitations(tx, admin.email, now);
    if (to === null) await endSessions(tx, userId, now);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: to === null ? "admin.removed" : "admin.role-changed",
      subject: `admin:${admin.email}`,
      details: { from: admin.adminRole, ...(to !== null && { to }) },
    });
    return true;
  });
}

/** Who may no longer invite has invited nobody: else an invitation of their own would let them back in. */
async function revokeTheirInvitations(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: {
      adminRole: { not: null },
      acceptedAt: null,
      revokedAt: null,
      OR: [{ invitedBy: `admin:${email}` }, { email }],
    },
    data: { revokedAt: now },
  });
}

async function endSessions(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.oneTimeToken.updateMany({ where: { userId, purpose: "enter", usedAt: null }, data: { usedAt: now } });
}
