import type { CmsFacts } from "../domain/cms-facts.ts";
import type { ObservedStack } from "../domain/status.ts";
import type { FreeholdError } from "../errors.ts";
import { appendAudit } from "./append-audit.ts";
import { type Db, Prisma } from "./client.ts";
import { announceChange } from "./wake.ts";

/** What the worker writes down at the end of an attempt. */

interface Attempted {
  readonly id: string;
  /** The generation that was read before the work began. */
  readonly generation: number;
}

/**
 * Notes that a stack is as it should be.
 * @param dataVolumes volumes that hold data from now on
 */
export async function settleStack(
  db: Db,
  { id, generation }: Attempted,
  observed: ObservedStack,
  dataVolumes: readonly string[] | null,
): Promise<void> {
  const seen = JSON.stringify(observed);
  await db.$executeRaw`
    UPDATE stacks SET
      settled_generation = ${generation},
      phase = CASE WHEN generation = ${generation} THEN 'settled'::stack_phase ELSE phase END,
      ready_at = CASE WHEN ${observed.ready} THEN coalesce(ready_at, now()) ELSE ready_at END,
      data_volumes = CASE WHEN ${dataVolumes !== null} THEN ${[...(dataVolumes ?? [])]}::text[] ELSE data_volumes END,
      observed = ${seen}::jsonb, observed_at = now(), attempts = 0,
      last_error_code = NULL, last_error_message = NULL, last_error_remedy = NULL
    WHERE id = ${id}::uuid`;
  await announceChange(db, id);
}

/**
 * Notes why an attempt failed.
 * @param retryInMs when to try again, or null after a terminal error
 */
export async function failStack(
  db: Db,
  { id, generation }: Attempted,
  error: FreeholdError,
  retryInMs: number | null,
): Promise<void> {
  const phase = retryInMs === null ? "failed" : "converging";
  await db.$executeRaw`
    UPDATE stacks SET
      phase = CASE WHEN generation = ${generation} THEN ${phase}::stack_phase ELSE 'converging'::stack_phase END,
      attempts = attempts + 1,
      not_before = now() + ${retryInMs ?? 0} * interval '1 ms',
      last_error_code = ${error.code}, last_error_message = ${error.message}, last_error_remedy = ${error.remedy}
    WHERE id = ${id}::uuid`;
  await announceChange(db, id);
}

/** Takes a purged stack's rows away; the tenant's row stays, so that its slug is not handed on. */
export async function forgetStack(
  db: Db,
  stack: {
    readonly id: string;
    readonly name: string;
    readonly tenantId: string | null;
    readonly tenantSlug: string | null;
  },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.stack.deleteMany({ where: { id: stack.id } });
    if (count === 0) return;
    await announceChange(tx, stack.id);
    if (stack.tenantId === null) return;
    const left = await tx.stack.count({ where: { tenantId: stack.tenantId } });
    if (left > 0) return;
    await tx.tenant.update({ where: { id: stack.tenantId }, data: { purgedAt: new Date(), ownerEmail: null } });
    await appendAudit(tx, {
      actor: "worker",
      origin: "worker",
      action: "tenant.purged",
      subject: `tenant:${stack.tenantSlug}`,
      details: { stack: stack.name },
    });
  });
}

/** Notes a look that found nothing to do, for many stacks at once. */
export async function noteObservations(
  db: Db,
  looks: readonly { readonly id: string; readonly observed: ObservedStack }[],
): Promise<void> {
  if (looks.length === 0) return;
  const values = looks.map(({ id, observed }) => Prisma.sql`(${id}::uuid, ${JSON.stringify(observed)}::jsonb)`);
  const changed = await db.$queryRaw<{ id: string }[]>`
    UPDATE stacks SET observed = looks.observed, observed_at = now()
    FROM (VALUES ${Prisma.join(values)}) AS looks (id, observed),
         (SELECT id AS old_id, observed AS old_observed FROM stacks) AS old
    WHERE stacks.id = looks.id AND old.old_id = looks.id
    RETURNING CASE WHEN old.old_observed IS DISTINCT FROM looks.observed THEN stacks.id::text END AS id`;
  for (const { id } of changed) if (id !== null) await announceChange(db, id);
}

/** Notes what a stack's CMS said of itself; whoever looks at the stack hears of it when it is news. */
export async function noteCmsFacts(db: Db, id: string, facts: CmsFacts): Promise<void> {
  const said = JSON.stringify(facts);
  const changed = await db.$queryRaw<{ changed: boolean }[]>`
    UPDATE stacks SET cms_facts = ${said}::jsonb, cms_facts_at = now()
    FROM (SELECT id AS old_id, cms_facts AS old_facts FROM stacks WHERE id = ${id}::uuid) AS old
    WHERE stacks.id = old.old_id
    RETURNING old.old_facts IS DISTINCT FROM stacks.cms_facts AS changed`;
  if (changed[0]?.changed) await announceChange(db, id);
}
