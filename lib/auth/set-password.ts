import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import { passwordChangedMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { actorName, type PersonSession } from "./find-session.ts";

interface NewPassword {
  readonly user: Pick<PersonSession["user"], "id" | "email" | "adminRole">;
  /** In PHC form. */
  readonly passwordHash: string;
  /** The session that goes on; null ends all of them. */
  readonly keepSessionId: string | null;
  /** How it came about, for the audit trail: `reset`, `change`. */
  readonly how: string;
  readonly origin: string;
}

/**
 * Writes a new password, ends every other session, voids every link that is under way, tells the
 * owner by mail. Inside the transaction that proved who is there.
 */
export async function setPassword(
  tx: Tx,
  { user, passwordHash, keepSessionId, how, origin }: NewPassword,
  from: RequestSource,
  now: Date,
): Promise<void> {
  await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
  const ended = await tx.session.updateMany({
    where: { userId: user.id, revokedAt: null, ...(keepSessionId !== null && { id: { not: keepSessionId } }) },
    data: { revokedAt: now },
  });
  await tx.oneTimeToken.updateMany({
    where: { userId: user.id, usedAt: null, purpose: { in: ["reset_password", "sign_in", "enter", "change_email"] } },
    data: { usedAt: now },
  });
  const name = actorName({ user });
  await appendAudit(tx, {
    actor: name,
    action: "password.changed",
    subject: name,
    origin: from.origin,
    requestId: from.requestId,
    details: { how, sessionsEnded: ended.count },
  });
  await queueMail(tx, user.email, "password-changed", passwordChangedMail({ url: `${origin}/reset` }));
}
