import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { backoffMs } from "../domain/backoff.ts";
import { asFreeholdError, type FreeholdError, failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { removeUser } from "../stack-api/remove-user.ts";
import { signOut } from "../stack-api/sign-out.ts";
import { stackApiOf } from "./stack-api-of.ts";

/** As many as are taken up in one go, side by side; the rest follows with the next look. */
const batch = 20;
/** Longer than both calls of an attempt may take: nobody else tries meanwhile. Seconds. */
const claimSeconds = 15;

/** What came of an attempt. */
export interface AccessOutcome {
  readonly tenant: string;
  readonly error: FreeholdError | null;
}

/**
 * Carries changes of membership into CMSs that answer: everybody meant is signed out, and comes back as
 * what they are now; who is no member any more loses their user. What counts is who is a member at that
 * moment, so that somebody who was invited again meanwhile keeps theirs. Each is tried until it is done;
 * a worker that is killed in between does it once more, which does no harm.
 */
export async function endCmsAccess(db: Db, key: MasterKey): Promise<AccessOutcome[]> {
  await db.$executeRaw`
    DELETE FROM cms_access_changes c USING tenants t WHERE t.id = c.tenant_id AND t.purged_at IS NOT NULL`;
  return Promise.all((await claim(db)).map((change) => carryOut(db, key, change)));
}

interface Claimed {
  readonly tenantId: string;
  readonly email: string;
  readonly requestedBy: string;
  /** Text, as a date would lose its microseconds. */
  readonly requestedAt: string;
  readonly attempts: number;
}

/** Those whose CMS was seen answering at the last look. */
const claim = (db: Db): Promise<Claimed[]> => db.$queryRaw<Claimed[]>`
  UPDATE cms_access_changes SET attempts = attempts + 1, not_before = now() + ${claimSeconds} * interval '1 second'
  WHERE (tenant_id, email) IN (
    SELECT c.tenant_id, c.email FROM cms_access_changes c
    JOIN stacks s ON s.tenant_id = c.tenant_id AND s.is_current
    WHERE c.not_before <= now() AND (s.observed ->> 'ready')::boolean
    ORDER BY c.not_before LIMIT ${batch} FOR UPDATE OF c SKIP LOCKED)
  RETURNING tenant_id::text AS "tenantId", email, requested_by AS "requestedBy", requested_at::text AS "requestedAt", attempts`;

async function carryOut(db: Db, key: MasterKey, change: Claimed): Promise<AccessOutcome> {
  const { tenantId, email, attempts } = change;
  const { slug, stacks, memberships } = await db.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: {
      slug: true,
      stacks: { where: { isCurrent: true }, select: { name: true, secretsSealed: true, subnet: true } },
      memberships: { where: { user: { email } }, select: { role: true } },
    },
  });
  const [stack] = stacks;
  try {
    const api = stack ? stackApiOf(key, stack) : null;
    if (api === null) throw failure("tenant_not_running", { slug, status: "without a network" });
    await signOut(api, email);
    if (memberships.length === 0) await removeUser(api, email);
  } catch (thrown) {
    const error = asFreeholdError(thrown);
    await tryAgain(db, change);
    // Told once, not with each attempt.
    if (attempts === 1) await db.$transaction((tx) => appendAudit(tx, event(change, slug, error.code)));
    return { tenant: slug, error };
  }
  await db.$transaction(async (tx) => {
    // Another change of the same person meanwhile is still to be done.
    const done = await tx.$executeRaw`
      DELETE FROM cms_access_changes
      WHERE tenant_id = ${tenantId}::uuid AND email = ${email} AND requested_at = ${change.requestedAt}::timestamptz`;
    if (done > 0) await appendAudit(tx, event(change, slug, null));
  });
  return { tenant: slug, error: null };
}

const tryAgain = (db: Db, { tenantId, email, requestedAt, attempts }: Claimed): Promise<number> => db.$executeRaw`
  UPDATE cms_access_changes SET not_before = now() + ${backoffMs(attempts, Math.random())} * interval '1 ms'
  WHERE tenant_id = ${tenantId}::uuid AND email = ${email} AND requested_at = ${requestedAt}::timestamptz`;

const event = ({ email, requestedBy }: Claimed, slug: string, why: string | null) => ({
  actor: requestedBy,
  origin: "worker",
  action: why === null ? "cms.access-ended" : "cms.access-not-ended",
  subject: `tenant:${slug}`,
  details: { email, ...(why !== null && { why }) },
});
