import type { Prisma, Tx } from "../db/client.ts";
import type { MailStatus, OutboxSearch } from "../domain/outbox-search.ts";

/** A mail as lists show it. What it says, and the links in it, are asked for one by one: see open-mail.ts. */
export interface MailRow {
  readonly id: string;
  readonly recipient: string;
  readonly kind: string;
  readonly subject: string;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** One page of the outbox, the newest first. */
export async function searchMails(
  db: Tx,
  { text, status, page, pageSize }: OutboxSearch,
): Promise<{ mails: MailRow[]; total: number }> {
  const contains = { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const where: Prisma.MailWhereInput = {
    ...(status !== null && { status }),
    ...(text !== "" && { OR: [{ recipient: contains }, { subject: contains }] }),
  };
  const [mails, total] = await Promise.all([
    db.mail.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: page * pageSize,
      take: pageSize,
      select: {
        id: true,
        recipient: true,
        kind: true,
        subject: true,
        status: true,
        attempts: true,
        lastError: true,
        createdAt: true,
        sentAt: true,
      },
    }),
    db.mail.count({ where }),
  ]);
  return { mails, total };
}
