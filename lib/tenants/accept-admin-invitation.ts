import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { hashToken } from "../domain/link-token.ts";
import type { AdminRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import { type Accepter, accountOfInvited } from "./account-of-invited.ts";
import type { Actor } from "./actor.ts";

/** What somebody is asked before they accept. */
export interface AdminOffer {
  readonly email: string;
  readonly role: AdminRole;
  /** Whether the address has an account that was used already, so that nothing is to be chosen. */
  readonly hasAccount: boolean;
}

/** What an invitation to run the fleet says; null when it is no longer good, or is none. */
export async function findAdminInvitation(db: Tx, token: string, now = new Date()): Promise<AdminOffer | null> {
  const found = await db.invitation.findFirst({
    where: openOf(token, now),
    select: { email: true, adminRole: true },
  });
  if (!found?.adminRole) return null;
  const user = await db.user.findUnique({ where: { email: found.email }, select: { emailVerifiedAt: true } });
  return { email: found.email, role: found.adminRole, hasAccount: user?.emailVerifiedAt != null };
}

/**
 * Makes whoever was invited an admin. Of simultaneous attempts one wins.
 * @throws invitation_invalid, invitation_for_other, sign_in_required
 */
export async function acceptAdminInvitation(
  db: Db,
  token: string,
  accepter: Accepter,
  from: Omit<Actor, "name">,
  now = new Date(),
): Promise<{ readonly email: string }> {
  return db.$transaction(async (tx) => {
    const won = await tx.invitation.updateMany({ where: openOf(token, now), data: { acceptedAt: now } });
    if (won.count !== 1) throw failure("invitation_invalid");
    const { email, adminRole } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    const userId = await accountOfInvited(tx, email, accepter, now);
    // Whoever became an admin another way meanwhile keeps what they are.
    await tx.user.updateMany({ where: { id: userId, adminRole: null }, data: { adminRole } });
    await appendAudit(tx, {
      actor: `admin:${email}`,
      origin: from.origin,
      ...(from.requestId && { requestId: from.requestId }),
      action: "admin.joined",
      subject: `admin:${email}`,
      details: { role: adminRole },
    });
    return { email };
  });
}

const openOf = (token: string, now: Date) => ({
  tokenHash: hashToken(token),
  adminRole: { not: null },
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
});
