import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma } from "../db/client.ts";
import { endSpareStacks } from "./end-spare-stacks.ts";

/** How long a demo waits for the mailed link of an application to keep it to be followed. Minutes. */
const unverifiedMinutes = 30;
/** How long a demo waits for the decision on a verified one. Days. */
const undecidedDays = 14;

/**
 * Ends demos whose time is over. One that somebody asked to keep lives until that is decided, though
 * not for ever.
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
