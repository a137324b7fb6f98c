import type { Db, Tx } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";
import { wasReminded } from "./remind-of-purge.ts";

/** Nobody's data goes without its owners having been told this long before, however long the worker was away. */
const warningMs = 20 * 3_600_000;

/** Closed tenants whose period of grace is over and whose owners were told, the longest overdue first. */
export async function listPurgeDue(db: Tx, now = new Date()): Promise<{ slug: string; stackIds: string[] }[]> {
  const overdue = await db.tenant.findMany({
    where: { intent: "closed", purgeConfirmedAt: null, purgedAt: null, purgeAt: { lte: now } },
    orderBy: { purgeAt: "asc" },
    select: { slug: true, intentAt: true, stacks: { select: { id: true } } },
  });
  const warnedBy = new Date(now.getTime() - warningMs);
  const due: { slug: string; stackIds: string[] }[] = [];
  for (const { slug, intentAt, stacks } of overdue)
    if (await wasReminded(db, { slug, intentAt }, 1, warnedBy))
      due.push({ slug, stackIds: stacks.map(({ id }) => id) });
  return due;
}

/**
 * Lets the closing of a tenant have its end: the data is deleted. Asked again with the row held, as
 * it may have been reopened a moment ago; a tenant that is not closed and overdue is left alone.
 */
export const purgeDueTenant = (db: Db, slug: string, actor: Actor, now = new Date()): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    const isOver = tenant.intent === "closed" && tenant.purgeAt !== null && tenant.purgeAt <= now;
    if (!isOver || tenant.purgeConfirmedAt) return null;
    return {
      data: { purgeConfirmedAt: now },
      action: "tenant.purge-confirmed",
      reason: tenant.intentReason,
      details: { because: "the period of grace is over" },
    };
  });
