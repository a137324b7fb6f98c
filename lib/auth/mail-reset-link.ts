import type { Db } from "../db/client.ts";
import { resetPasswordMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { issueToken } from "./issue-token.ts";

/** Mails a link to set a new password to whoever has an account with this address; to nobody else, and says nothing about it. */
export async function mailResetLink(db: Db, email: string, origin: string, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (user === null) return;
    const token = await issueToken(tx, user.id, "reset_password", email, now);
    await queueMail(tx, email, "reset-password", resetPasswordMail({ url: `${origin}/reset?token=${token}` }));
  });
}
