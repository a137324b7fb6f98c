import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/**
 * What a mail says, as text. Whoever reads somebody else's mail can use the links in it, so it is
 * in the audit trail that they did.
 * @throws mail_unknown
 */
export async function openMail(db: Db, id: string, actor: Actor): Promise<{ readonly text: string }> {
  return db.$transaction(async (tx) => {
    const mail = await tx.mail.findUnique({ where: { id }, select: { text: true, recipient: true, kind: true } });
    if (mail === null) throw failure("mail_unknown");
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "mail.opened",
      subject: `mail:${id}`,
      details: { recipient: mail.recipient, kind: mail.kind },
    });
    return { text: mail.text };
  });
}
