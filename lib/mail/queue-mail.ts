import type { Tx } from "../db/client.ts";
import { composeMail, type MailContent } from "./compose-mail.ts";

/** Bursts of mail are told to the worker on this channel. */
export const mailChannel = "freehold_mail";

/**
 * Puts a mail into the outbox, inside the transaction that makes it true. The worker sends it, or
 * keeps it for admins to read where there is no SMTP server.
 * @param kind which mail this is, e.g. `verify-email`
 */
export async function queueMail(tx: Tx, recipient: string, kind: string, content: MailContent): Promise<void> {
  await tx.mail.create({ data: { recipient, kind, subject: content.subject, ...composeMail(content) } });
  await announceMail(tx);
}

/** Tells the worker, when the transaction commits, that there is mail to send. */
export const announceMail = (tx: Tx): Promise<unknown> => tx.$executeRaw`SELECT pg_notify(${mailChannel}, '')`;
