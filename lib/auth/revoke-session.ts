import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import type { RequestSource } from "../portal/request-source.ts";

/** Ends a session for good; one that ended already is left as it is. */
export async function revokeSession(db: Db, id: string, from: RequestSource, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (ended.count === 0) return;
    const { user } = await tx.session.findUniqueOrThrow({ where: { id }, include: { user: true } });
    const name = `${user.adminRole === null ? "client" : "admin"}:${user.email}`;
    await appendAudit(tx, {
      actor: name,
      action: "session.closed",
      subject: name,
      origin: from.origin,
      requestId: from.requestId,
      details: { session: id },
    });
  });
}
