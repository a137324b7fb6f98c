import type { Db } from "../db/client.ts";
import { signInLinkMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { issueToken } from "./issue-token.ts";

/**
 * Mails a one-time link to whoever has an account with this address; to nobody else, and says nothing about it.
 * @param next where to go on, already known to be safe
 */
export async function mailSignInLink(
  db: Db,
  email: string,
  { origin, next }: { readonly origin: string; readonly next: string | null },
  now = new Date(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (user === null) return;
    const token = await issueToken(tx, user.id, "sign_in", email, now);
    const url = new URL(`/sign-in/link?token=${token}`, origin);
    if (next !== null) url.searchParams.set("next", next);
    await queueMail(tx, email, "sign-in-link", signInLinkMail({ url: url.toString() }));
  });
}
