import { createTransport, type Transporter } from "nodemailer";
import type { Logger } from "pino";
import type { Db } from "../db/client.ts";
import { backoffMs } from "../domain/mail-backoff.ts";

/** A mail that the notification missed leaves with the next look. Milliseconds. */
export const deliverMailMs = 30_000;

/** After these the mail counts as failed, a day and a half after it was written. */
const mostAttempts = 12;
const batch = 20;
const deadlineMs = 20_000;
/** Old mails are removed. Milliseconds. */
const keepMs = 30 * 24 * 60 * 60 * 1000;

export interface MailSettings {
  /** `smtp://user:password@host:587`; null keeps mails in the outbox for admins to read. */
  readonly smtpUrl: string | null;
  readonly sender: string;
}

/**
 * Sends what is in the outbox. A mail is claimed before it is handed over, so that two workers do not
 * send it twice; a worker that is killed in between sends it again after the claim's time: late and
 * perhaps twice beats never. Text and links are emptied once a server took it.
 */
export class MailDeliverer {
  readonly #db: Db;
  readonly #log: Logger;
  readonly #sender: string;
  readonly #transport: Transporter | null;

  constructor(db: Db, { smtpUrl, sender }: MailSettings, log: Logger) {
    this.#db = db;
    this.#log = log;
    this.#sender = sender;
    this.#transport =
      smtpUrl === null
        ? null
        : createTransport({
            url: smtpUrl,
            connectionTimeout: deadlineMs,
            greetingTimeout: deadlineMs,
            socketTimeout: deadlineMs,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /** One look at the outbox, to its end. */
  async deliver(now = new Date()): Promise<void> {
    await this.#db.mail.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keepMs) } } });
    if (this.#transport === null) {
      await this.#db.mail.updateMany({ where: { status: "queued" }, data: { status: "kept" } });
      return;
    }
    for (;;) {
      const claimed = await this.#claim(now);
      for (const mail of claimed) await this.#send(this.#transport, mail, now);
      if (claimed.length < batch) return;
    }
  }

  close(): void {
    this.#transport?.close();
  }

  /** Marks mails as under way: nobody else tries them before their next time comes. */
  async #claim(now: Date): Promise<Claimed[]> {
    const later = new Date(now.getTime() + 2 * batch * deadlineMs);
    return this.#db.$queryRaw<Claimed[]>`
      UPDATE mails SET attempts = attempts + 1, not_before = ${later} WHERE id IN (
        SELECT id FROM mails WHERE status = 'queued' AND not_before <= ${now}
        ORDER BY created_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
      RETURNING id::text, recipient, kind, subject, text, html, attempts`;
  }

  async #send(transport: Transporter, mail: Claimed, now: Date): Promise<void> {
    const { id, recipient: to, kind, subject, text, html, attempts } = mail;
    try {
      // The same id each time: a server or reader that gets it twice can tell.
      await transport.sendMail({
        from: this.#sender,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: `<${id}@freehold>`,
      });
    } catch (thrown) {
      const { why, permanent } = explain(thrown);
      const isOver = permanent || attempts >= mostAttempts;
      this.#log.warn({ mail: id, kind, attempts, why, permanent }, isOver ? "mail failed" : "mail not sent yet");
      await this.#db.mail.update({
        where: { id },
        data: {
          lastError: why,
          status: isOver ? "failed" : "queued",
          notBefore: new Date(now.getTime() + backoffMs(attempts)),
        },
      });
      return;
    }
    await this.#db.mail.update({
      where: { id },
      data: { status: "sent", sentAt: new Date(), text: "", html: "", lastError: null },
    });
    this.#log.info({ mail: id, kind }, "mail sent");
  }
}

interface Claimed {
  readonly id: string;
  readonly recipient: string;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attempts: number;
}

/** What the server said, in one line; a 5xx answer about the recipient will be the same next time. */
function explain(thrown: unknown): { why: string; permanent: boolean } {
  const { message, responseCode, code } = thrown as { message?: string; responseCode?: number; code?: string };
  const why = (message ?? String(thrown)).replace(/\s+/g, " ").slice(0, 300);
  return { why, permanent: code === "EENVELOPE" && responseCode !== undefined && responseCode >= 500 };
}
