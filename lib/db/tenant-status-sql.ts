import { observationLeaseMs } from "../domain/status.ts";
import { Prisma } from "./client.ts";

/**
 * `tenantStatus` of lib/domain/status.ts as an SQL expression over `tenants t` and its current
 * stack `s` (left join), for searching and counting without reading every row. A test compares the
 * two over every combination of facts.
 */
export function tenantStatusSql(now: Date): Prisma.Sql {
  // Seconds since the epoch: a date parameter would be read in the session's time zone.
  const staleBefore = (now.getTime() - observationLeaseMs) / 1000;
  return Prisma.sql`CASE
    WHEN t.purged_at IS NOT NULL THEN 'purged'
    WHEN t.purge_confirmed_at IS NOT NULL THEN 'purging'
    WHEN t.intent <> 'running' THEN t.intent::text
    WHEN s.id IS NULL THEN 'provisioning'
    WHEN s.phase = 'failed' THEN 'failed'
    WHEN s.ready_at IS NULL THEN 'provisioning'
    WHEN s.observed_at IS NULL OR s.observed_at < to_timestamp(${staleBefore}) THEN 'unknown'
    WHEN jsonb_typeof(s.observed) IS DISTINCT FROM 'object' THEN 'unknown'
    WHEN s.phase = 'settled' AND (s.observed ->> 'ready')::boolean THEN 'running'
    ELSE 'repairing'
  END`;
}
