import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import { announceMail } from "../mail/queue-mail.ts";
import type { Actor } from "./actor.ts";

/** Has the worker try a mail again that it gave up. @throws mail_unknown, mail_not_failed */
export async function retryMail(db: Db, id: string, actor: Actor, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, status: "failed" },
      data: { status: "queued", attempts: 0, notBefore: now },
    });
    if (count === 0) throw failure((await tx.mail.count({ where: { id } })) === 0 ? "mail_unknown" : "mail_not_failed");
    await announceMail(tx);
    const { recipient, kind } = await tx.mail.findUniqueOrThrow({
      where: { id },
      select: { recipient: true, kind: true },
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "mail.retried",
      subject: `mail:${id}`,
      details: { recipient, kind },
    });
  });
}
