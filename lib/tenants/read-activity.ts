import { Prisma, type Tx } from "../db/client.ts";
import {
  type ActivityReader,
  type ActivityWords,
  activityActor,
  activityWords,
  toldActions,
} from "../domain/activity.ts";

export interface ActivityEntry extends ActivityWords {
  readonly key: string;
  readonly at: Date;
  readonly who: string;
  /** How long work took; null for what took no time, or is under way. Milliseconds. */
  readonly durationMs: number | null;
}

export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  /** On all pages. */
  readonly total: number;
}

interface Row {
  readonly key: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string | null;
  readonly reason: string | null;
  readonly details: Record<string, unknown> | null;
  readonly operations: string[] | null;
  readonly failed: boolean;
  readonly ended: Date | null;
  readonly total: number;
}

/**
 * What was done about a tenant, newest first: its events in the audit trail that members are told,
 * and the worker's work run by run.
 * @param page from 0
 */
export async function readActivity(
  db: Tx,
  tenant: { readonly tenantId: string; readonly slug: string },
  page: number,
  pageSize: number,
  reader: ActivityReader,
): Promise<ActivityPage> {
  const rows = await db.$queryRaw<Row[]>`
    WITH entries AS (
      SELECT 'e' || e.seq AS key, e.at, e.actor, e.action, e.reason, e.details, NULL::text[] AS operations,
             false AS failed, NULL::timestamptz AS ended
      FROM audit_events e JOIN tenants t ON t.id = ${tenant.tenantId}::uuid
      -- An address may have been somebody else's before.
      WHERE e.subject = ${`tenant:${tenant.slug}`} AND e.at >= t.created_at - interval '1 minute'
        AND e.action IN (${Prisma.join(toldActions)})
      UNION ALL
      SELECT 'w' || o.run_id, min(o.started_at), 'worker', NULL, NULL, NULL, array_agg(DISTINCT o.kind),
             bool_or(o.error_code IS NOT NULL), CASE WHEN bool_and(o.ended_at IS NOT NULL) THEN max(o.ended_at) END
      FROM operations o JOIN stacks s ON s.id = o.stack_id
      WHERE s.tenant_id = ${tenant.tenantId}::uuid AND (s.claimed_at IS NULL OR o.started_at >= s.claimed_at)
      GROUP BY o.run_id
    )
    SELECT *, count(*) OVER ()::int AS total FROM entries
    ORDER BY at DESC, key DESC LIMIT ${pageSize} OFFSET ${page * pageSize}`;
  const members = await db.membership.findMany({
    where: { tenantId: tenant.tenantId },
    select: { user: { select: { email: true, name: true } } },
  });
  const names = new Map(members.map(({ user }) => [user.email, user.name ?? user.email]));
  return { entries: rows.map((row) => toEntry(row, reader, names)), total: rows[0]?.total ?? 0 };
}

function toEntry(row: Row, reader: ActivityReader, names: ReadonlyMap<string, string>): ActivityEntry {
  const { key, at, actor, action, reason, details, operations, failed, ended } = row;
  const words =
    action === null
      ? activityWords({ kind: "work", operations: operations ?? [], failed })
      : activityWords({ kind: "event", action, reason, details: details ?? {} });
  return {
    key,
    at,
    who: activityActor(actor, reader, names),
    ...words,
    durationMs: ended === null ? null : ended.getTime() - at.getTime(),
  };
}
