import { Prisma } from "../db/client.ts";
import { tenantStatusSql } from "../db/tenant-status-sql.ts";
import type { FleetFilter, FleetSortKey } from "../domain/fleet-search.ts";
import { tenantStatuses } from "../domain/status.ts";

/** `FROM … WHERE …` that leaves the tenants of a filter, with their derived status; the purged are left out. */
export function fleetMatching(filter: FleetFilter, now: Date): Prisma.Sql {
  const { statuses, regions, releases, intents, problem } = filter;
  return Prisma.sql`
    FROM (
      SELECT t.id, t.name, t.slug, t.region_id, t.created_at,
             s.engine_id, s.release_id, ${tenantStatusSql(now)} AS status
      FROM tenants t LEFT JOIN stacks s ON s.tenant_id = t.id AND s.is_current
      WHERE t.purged_at IS NULL ${textCondition(filter.text)}
        ${oneOf(Prisma.sql`t.region_id`, regions)}
        ${oneOf(Prisma.sql`s.release_id`, releases)}
        ${oneOf(Prisma.sql`t.intent::text`, intents)}
        ${problem ? Prisma.sql`AND s.last_error_code IS NOT NULL` : Prisma.empty}
    ) fleet
    ${statuses.length === 0 ? Prisma.empty : Prisma.sql`WHERE status IN (${Prisma.join([...statuses])})`}`;
}

const oneOf = (column: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  values.length === 0 ? Prisma.empty : Prisma.sql`AND ${column} IN (${Prisma.join([...values])})`;

function textCondition(text: string): Prisma.Sql {
  if (text === "") return Prisma.empty;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`AND (t.slug ILIKE ${pattern} OR t.name ILIKE ${pattern} OR t.owner_email ILIKE ${pattern})`;
}

/** Ties go by slug, so that pages neither repeat nor skip a tenant. */
export function fleetOrder(sort: FleetSortKey, descending: boolean): Prisma.Sql {
  // Young comes first when ages ascend.
  const direction = descending !== (sort === "age") ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const keys: Record<FleetSortKey, Prisma.Sql> = {
    name: Prisma.sql`lower(name) ${direction}`,
    status: Prisma.sql`array_position(ARRAY[${Prisma.join([...tenantStatuses])}], status) ${direction}`,
    engine: Prisma.sql`region_id ${direction}, engine_id ${direction} NULLS LAST`,
    release: Prisma.sql`release_id ${direction} NULLS LAST`,
    age: Prisma.sql`created_at ${direction}`,
  };
  return Prisma.sql`${keys[sort]}, slug ASC`;
}
