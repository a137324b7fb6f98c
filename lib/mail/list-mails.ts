import type { Tx } from "../db/client.ts";

export interface OutboxMail {
  readonly id: string;
  readonly at: Date;
  readonly to: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: "queued" | "sent" | "failed" | "kept";
  readonly attempts: number;
  readonly lastError: string | null;
  /** Empty once a server took it. */
  readonly text: string;
}

/**
 * The outbox, the newest first. Its texts carry links that sign people in: for owners alone.
 * @param to only mails to this address
 */
export async function listMails(
  db: Tx,
  { to, last }: { readonly to?: string; readonly last: number },
): Promise<OutboxMail[]> {
  const mails = await db.mail.findMany({
    ...(to !== undefined && { where: { recipient: { equals: to, mode: "insensitive" as const } } }),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: last,
  });
  return mails.map(({ id, createdAt, recipient, kind, subject, status, attempts, lastError, text }) => ({
    id,
    at: createdAt,
    to: recipient,
    kind,
    subject,
    status,
    attempts,
    lastError,
    text,
  }));
}
