import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { hashToken, newToken } from "../domain/link-token.ts";
import type { AdminRole } from "../domain/permissions.ts";
import { parseEmail } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { Actor } from "./actor.ts";
import { invitationDays } from "./invite-member.ts";

/**
 * Invites one address to run the fleet, by mail. The link is good once, for that address, for seven
 * days; an earlier invitation of the address stops working.
 * @param portalUrl where the link leads, without a slash at the end
 * @throws email_invalid, admin_known
 */
export async function inviteAdmin(
  db: Db,
  invitation: { readonly email: string; readonly role: AdminRole },
  portalUrl: string,
  actor: Actor,
  now = new Date(),
): Promise<void> {
  const email = parseEmail(invitation.email).toLowerCase();
  const { role } = invitation;
  await db.$transaction(async (tx) => {
    const known = await tx.user.count({ where: { email, adminRole: { not: null } } });
    if (known > 0) throw failure("admin_known", { email });
    await tx.invitation.updateMany({
      where: { email, adminRole: { not: null }, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const token = newToken();
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
    await tx.invitation.create({
      data: {
        tokenHash: hashToken(token),
        email,
        adminRole: role,
        invitedBy: actor.name,
        createdAt: now,
        expiresAt,
      },
    });
    await queueMail(tx, email, "admin-invitation", {
      subject: "You are invited to run Freehold",
      paragraphs: [
        `You are invited to the portal of this Freehold installation, ${roleWords[role]}.`,
        `The link is for ${email} alone, works once, and is good for ${invitationDays} days.`,
      ],
      action: { label: "Accept the invitation", url: `${portalUrl}/invitation/fleet?token=${token}` },
      footnote: "You do not know what that is? Then do nothing; without you nothing happens.",
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "admin.invited",
      subject: `admin:${email}`,
      details: { role, expiresAt: expiresAt.toISOString() },
    });
  });
}

const roleWords: Readonly<Record<AdminRole, string>> = {
  owner: "as one of its owners",
  operator: "to operate its clients’ sites",
  auditor: "to read what goes on there",
};
