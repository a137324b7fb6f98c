import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import { changeEmailMail, emailTakenMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { storedPassword } from "./change-password.ts";
import type { PersonSession } from "./find-session.ts";
import { issueToken } from "./issue-token.ts";
import { verifyPassword } from "./password.ts";

/**
 * Mails a link to the address that somebody wants to have. Where it has an account already the mail
 * says so, and the page does not.
 * @param present their password; asked for only where there is one
 * @throws password_wrong
 */
export async function requestEmailChange(
  db: Db,
  session: PersonSession,
  { email, present, origin }: { readonly email: string; readonly present: string; readonly origin: string },
  now = new Date(),
): Promise<void> {
  const stored = await storedPassword(db, session);
  if (stored !== null && !(await verifyPassword(present, stored))) throw failure("password_wrong");
  await db.$transaction(async (tx) => {
    const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const token = await issueToken(tx, session.user.id, "change_email", email, now);
    await (taken
      ? queueMail(tx, email, "email-taken", emailTakenMail({ url: `${origin}/sign-in` }))
      : queueMail(tx, email, "change-email", changeEmailMail({ url: `${origin}/account/email?token=${token}` })));
  });
}
