import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";

/** Ends a session for good; one that ended already is left as it is. */
export async function revokeSession(
  db: Db,
  id: string,
  from: { readonly origin: string; readonly requestId: string },
  now = new Date(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const ended = await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    if (ended.count === 0) return;
    const { admin } = await tx.session.findUniqueOrThrow({ where: { id }, include: { admin: true } });
    await appendAudit(tx, {
      actor: `admin:${admin.email}`,
      action: "session.closed",
      subject: `admin:${admin.email}`,
      origin: from.origin,
      requestId: from.requestId,
      details: { session: id },
    });
  });
}
