import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { hashToken } from "../domain/link-token.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import { type Accepter, accountOfInvited } from "./account-of-invited.ts";
import type { Actor } from "./actor.ts";

/** What somebody is asked before they accept. */
export interface InvitationOffer {
  readonly email: string;
  readonly slug: string;
  readonly tenantName: string;
  readonly role: TenantRole;
  /** Whether the address has an account that was used already, so that nothing is to be chosen. */
  readonly hasAccount: boolean;
}

/** What an invitation to a tenant says; null when it is no longer good, or is none. */
export async function findInvitation(db: Tx, token: string, now = new Date()): Promise<InvitationOffer | null> {
  const found = await db.invitation.findFirst({
    where: { ...openOf(token, now), tenant: { purgedAt: null } },
    select: { email: true, tenantRole: true, tenant: { select: { slug: true, name: true } } },
  });
  if (!found?.tenant) return null;
  const user = await db.user.findUnique({ where: { email: found.email }, select: { emailVerifiedAt: true } });
  return {
    email: found.email,
    slug: found.tenant.slug,
    tenantName: found.tenant.name,
    role: found.tenantRole ?? "viewer",
    hasAccount: user?.emailVerifiedAt != null,
  };
}

/**
 * Makes whoever was invited a member. Of simultaneous attempts one wins. An account that is there
 * already is never given another password by an invitation: its owner signs in first.
 * @throws invitation_invalid, invitation_for_other, sign_in_required
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  accepter: Accepter,
  from: Omit<Actor, "name">,
  now = new Date(),
): Promise<{ readonly slug: string; readonly email: string }> {
  return db.$transaction(async (tx) => {
    const won = await tx.invitation.updateMany({ where: openOf(token, now), data: { acceptedAt: now } });
    if (won.count !== 1) throw failure("invitation_invalid");
    const { email, tenantId, tenantRole, tenant } = await tx.invitation.findUniqueOrThrow({
      where: { tokenHash: hashToken(token) },
      include: { tenant: true },
    });
    if (tenantId === null || tenant === null || tenant.purgedAt !== null) throw failure("invitation_invalid");
    const userId = await accountOfInvited(tx, email, accepter, now);
    const role = tenantRole ?? "viewer";
    // Whoever became a member another way meanwhile keeps what they are.
    await tx.membership.upsert({
      where: { tenantId_userId: { tenantId, userId } },
      create: { tenantId, userId, role },
      update: {},
    });
    await appendAudit(tx, {
      actor: `client:${email}`,
      origin: from.origin,
      ...(from.requestId && { requestId: from.requestId }),
      action: "member.joined",
      subject: `tenant:${tenant.slug}`,
      details: { role },
    });
    return { slug: tenant.slug, email };
  });
}

const openOf = (token: string, now: Date) => ({
  tokenHash: hashToken(token),
  tenantId: { not: null },
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
});
