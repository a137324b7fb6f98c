import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { hashToken, newToken } from "../domain/link-token.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { parseEmail } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { Actor } from "./actor.ts";
import { lockTenant } from "./lock-tenant.ts";
import { requireOwnerFor } from "./member-rules.ts";

/** How long an invitation waits. */
export const invitationDays = 7;
/** Open invitations of one tenant: each is a mail that we send to somebody who did not ask. */
const mostOpen = 50;

export interface NewInvitation {
  readonly email: string;
  readonly role: TenantRole;
  /** What who invites may give. */
  readonly inviterRole: TenantRole;
  /** As the mail calls who invites. */
  readonly inviterName: string;
}

/**
 * Invites one address to a tenant by mail. The link is good once, for that address, for seven days;
 * an earlier invitation of the address stops working.
 * @param portalUrl where the link leads
 * @throws email_invalid, forbidden, member_known, members_full
 */
export async function inviteMember(
  db: Db,
  slug: string,
  invitation: NewInvitation,
  portalUrl: string,
  actor: Actor,
  now = new Date(),
): Promise<void> {
  const email = parseEmail(invitation.email).toLowerCase();
  const { role } = invitation;
  requireOwnerFor(role, invitation.inviterRole);
  await db.$transaction(async (tx) => {
    const tenant = await lockTenant(tx, slug);
    const known = await tx.membership.count({ where: { tenantId: tenant.id, user: { email } } });
    if (known > 0) throw failure("member_known", { email });
    const open = { tenantId: tenant.id, acceptedAt: null, revokedAt: null };
    await tx.invitation.updateMany({ where: { ...open, email }, data: { revokedAt: now } });
    if ((await tx.invitation.count({ where: { ...open, expiresAt: { gt: now } } })) >= mostOpen)
      throw failure("members_full", { most: mostOpen });
    const token = newToken();
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
    await tx.invitation.create({
      data: {
        tokenHash: hashToken(token),
        email,
        tenantId: tenant.id,
        tenantRole: role,
        invitedBy: actor.name,
        createdAt: now,
        expiresAt,
      },
    });
    await queueMail(tx, email, "invitation", {
      subject: `${invitation.inviterName} invites you to ${tenant.name}`,
      paragraphs: [
        `${invitation.inviterName} invites you to the content management system of ${tenant.name}, ${roleWords[role]}.`,
        `The link is for ${email} alone, works once, and is good for ${invitationDays} days.`,
      ],
      action: { label: "Accept the invitation", url: `${portalUrl}/invitation?token=${token}` },
      footnote: "You do not know who that is? Then do nothing; without you nothing happens.",
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "member.invited",
      subject: `tenant:${slug}`,
      details: { email, role, expiresAt: expiresAt.toISOString() },
    });
  });
}

const roleWords: Readonly<Record<TenantRole, string>> = {
  owner: "as one of its owners",
  admin: "as an administrator",
  viewer: "to look at it",
};
