import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { actorName, type PersonSession } from "./find-session.ts";

/**
 * Signs somebody out elsewhere; a session that is not theirs is left as it is.
 * @param id one of theirs; null for all but this one
 * @returns how many ended
 */
export async function revokeOwnSessions(
  db: Db,
  session: PersonSession,
  id: string | null,
  from: RequestSource,
  now = new Date(),
): Promise<number> {
  return db.$transaction(async (tx) => {
    const which = id === null ? { id: { not: session.id } } : { id };
    const { count } = await tx.session.updateMany({
      where: { userId: session.user.id, revokedAt: null, ...which },
      data: { revokedAt: now },
    });
    if (count === 0) return 0;
    const name = actorName(session);
    await appendAudit(tx, {
      actor: name,
      action: "session.closed",
      subject: name,
      origin: from.origin,
      requestId: from.requestId,
      details: { session: id ?? "all others", count },
    });
    return count;
  });
}
