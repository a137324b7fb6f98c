import type { Db, Tx } from "../db/client.ts";
import type { MailStatus } from "../domain/outbox-search.ts";
import { queueMail } from "../mail/queue-mail.ts";

const kind = "test";

/** Sends a mail the way all others go: through the outbox, to whoever asks. */
export async function sendTestMail(db: Db, recipient: string, portalUrl: string): Promise<void> {
  await db.$transaction((tx) =>
    queueMail(tx, recipient, kind, {
      subject: "A test mail from Freehold",
      paragraphs: [
        "This mail went the way that all mail of Freehold goes. That you can read it means that it arrives.",
      ],
      action: { label: "Back to the settings", url: `${portalUrl}/admin/settings` },
      footnote: "You get this mail because you asked for it in Freehold’s settings.",
    }),
  );
}

export interface TestMail {
  readonly status: MailStatus;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** What became of somebody's last test mail; null before the first. */
export const findTestMail = (db: Tx, recipient: string): Promise<TestMail | null> =>
  db.mail.findFirst({
    where: { recipient, kind },
    orderBy: { createdAt: "desc" },
    select: { status: true, createdAt: true, sentAt: true, attempts: true, lastError: true },
  });
