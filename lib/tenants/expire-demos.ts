import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma } from "../db/client.ts";
import { undecidedDays, unverifiedMinutes } from "../domain/demo-end.ts";
import { endSpareStacks } from "./end-spare-stacks.ts";

/**
 * Ends demos whose time is over; that of one that somebody asked to keep is in lib/domain/demo-end.ts.
 * @returns their stacks' names
 */
export async function expireDemos(db: Db, now = new Date()): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const ended = await endSpareStacks(
      tx,
      Prisma.sql`s.kind = 'demo' AND s.expires_at <= ${now} AND NOT EXISTS (
        SELECT 1 FROM applications a WHERE a.keep_stack_id = s.id AND (
          (a.status = 'unverified' AND s.expires_at + ${unverifiedMinutes} * interval '1 minute' > ${now})
          OR (a.status IN ('pending', 'approved')
            AND coalesce(a.verified_at, a.created_at) + ${undecidedDays} * interval '1 day' > ${now})))`,
    );
    for (const name of ended) {
      await appendAudit(tx, {
        actor: "worker",
        origin: "worker",
        action: "demo.ended",
        subject: `stack:${name}`,
        reason: "its time is over",
      });
    }
    return ended;
  });
}
