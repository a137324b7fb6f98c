import { type Db, Prisma, type Tx } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";

/**
 * Has the worker delete stacks whole: containers, network, data, secrets, rows. Only stacks without a
 * tenant that still meet the condition when their row is locked: one that was claimed a moment before is left.
 * @returns their names
 */
export async function endSpareStacks(tx: Tx, condition: Prisma.Sql): Promise<string[]> {
  const ended = await tx.$queryRaw<{ id: string; name: string }[]>`
    UPDATE stacks s SET
      purge_confirmed_at = now(), generation = generation + 1, phase = 'converging', attempts = 0, not_before = now()
    WHERE s.tenant_id IS NULL AND s.purge_confirmed_at IS NULL AND (${condition})
    RETURNING s.id, s.name`;
  for (const { id } of ended) await wakeWorker(tx, id);
  return ended.map(({ name }) => name);
}

/** Ends unclaimed stacks of the pool. @returns their names */
export async function endPoolStacks(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const list = Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`));
  return db.$transaction((tx) => endSpareStacks(tx, Prisma.sql`s.kind = 'pool' AND s.id IN (${list})`));
}
