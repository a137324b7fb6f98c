import type { Tx } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import type { MailContent } from "../mail/compose-mail.ts";
import { queueMail } from "../mail/queue-mail.ts";

/**
 * Mails those members of a tenant who have one of these roles, inside the caller's transaction; a
 * tenant that nobody joined yet is reached at its owner's address.
 */
export async function mailMembers(
  tx: Tx,
  tenantId: string,
  roles: readonly TenantRole[],
  kind: string,
  content: MailContent,
): Promise<void> {
  const tenant = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: {
      ownerEmail: true,
      memberships: { where: { role: { in: [...roles] } }, select: { user: { select: { email: true } } } },
    },
  });
  const members = tenant.memberships.map(({ user }) => user.email);
  const recipients = members.length > 0 ? members : tenant.ownerEmail ? [tenant.ownerEmail] : [];
  for (const recipient of recipients) await queueMail(tx, recipient, kind, content);
}
