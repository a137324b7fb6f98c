import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma, type Tx } from "../db/client.ts";
import { attemptsAllowed } from "../domain/demo-pool.ts";
import { endSpareStacks } from "./end-spare-stacks.ts";

/** As many failures as are remembered; a machine on which nothing works makes one a minute. */
const failuresKept = 200;

/**
 * Ends demos that did not come up, or broke for good: nobody waits for them, and others want their
 * room. Why is kept for admins and for the visitor; it costs that visitor none of their demos, and an
 * investor's link none of its uses. One that somebody asked to keep is left to an admin.
 * @returns their stacks' names
 */
export const endFailedDemos = (db: Db): Promise<string[]> =>
  db.$transaction(async (tx) => {
    const ended = await endNoting(
      tx,
      Prisma.sql`s.kind = 'demo' AND (s.phase = 'failed' OR (s.attempts >= ${attemptsAllowed} AND s.ready_at IS NULL))
        AND NOT EXISTS (SELECT 1 FROM applications a
          WHERE a.keep_stack_id = s.id AND a.status IN ('unverified', 'pending', 'approved'))`,
    );
    if (ended.length === 0) return [];
    for (const name of ended) await appendAudit(tx, await demoFailed(tx, name));
    await tx.$executeRaw`
      UPDATE demo_links l SET uses = greatest(0, uses - failed.visits)
      FROM (SELECT link_id, count(*)::int AS visits FROM demo_visits WHERE stack_name = ANY(${ended}::text[]) GROUP BY link_id) failed
      WHERE failed.link_id = l.id`;
    return ended;
  });

/** Ends stacks of the pool that are of no use to anybody. @returns their names */
export async function endFailedPoolStacks(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const list = Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`));
  return db.$transaction((tx) => endNoting(tx, Prisma.sql`s.kind = 'pool' AND s.id IN (${list})`));
}

/** Writes down why, and ends them: with their rows held, so that it is the same stacks. */
async function endNoting(tx: Tx, condition: Prisma.Sql): Promise<string[]> {
  const noted = await tx.$executeRaw`
    INSERT INTO spare_failures (stack_id, stack_name, kind, code, message, remedy)
    SELECT s.id, s.name, s.kind, coalesce(s.last_error_code, 'unexpected'), coalesce(s.last_error_message, 'No reason was noted.'),
           coalesce(s.last_error_remedy, 'See var/log/worker.log.')
    FROM stacks s WHERE s.tenant_id IS NULL AND s.purge_confirmed_at IS NULL AND (${condition})
    FOR UPDATE OF s
    ON CONFLICT DO NOTHING`;
  if (noted === 0) return [];
  await tx.$executeRaw`
    DELETE FROM spare_failures WHERE stack_id IN (
      SELECT stack_id FROM spare_failures ORDER BY at DESC OFFSET ${failuresKept})`;
  return endSpareStacks(tx, condition);
}

async function demoFailed(tx: Tx, stackName: string) {
  const { code, message } = await tx.spareFailure.findUniqueOrThrow({ where: { stackName } });
  return {
    actor: "worker",
    origin: "worker",
    action: "demo.failed",
    subject: `stack:${stackName}`,
    reason: message,
    details: { code },
  };
}
