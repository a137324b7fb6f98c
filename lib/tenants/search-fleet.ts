import { Prisma, type Tx } from "../db/client.ts";
import { tenantStatusSql } from "../db/tenant-status-sql.ts";
import type { FleetSearch, FleetSortKey } from "../domain/fleet-search.ts";
import { tenantStatuses } from "../domain/status.ts";
import { type FleetRow, fleetInclude, toFleetRow } from "./fleet-row.ts";

export interface FleetPage {
  readonly rows: FleetRow[];
  /** How many match, on all pages. */
  readonly total: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
}

/**
 * One page of the fleet, searched, filtered and sorted by PostgreSQL; purged tenants are left out.
 * @param port the edge's port, part of each URL
 */
export async function searchFleet(db: Tx, search: FleetSearch, port: number, now = new Date()): Promise<FleetPage> {
  const matching = Prisma.sql`
    FROM (
      SELECT t.id, t.name, t.slug, t.region_id, t.created_at, t.owner_email,
             s.engine_id, s.release_id, ${tenantStatusSql(now)} AS status
      FROM tenants t LEFT JOIN stacks s ON s.tenant_id = t.id AND s.is_current
      WHERE t.purged_at IS NULL ${textCondition(search.text)}
    ) fleet
    ${search.statuses.length === 0 ? Prisma.empty : Prisma.sql`WHERE status IN (${Prisma.join([...search.statuses])})`}`;
  const total = async (): Promise<number> =>
    (await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${matching}`)[0]?.total ?? 0;
  const read = (page: number): Promise<{ id: string; total: number }[]> => db.$queryRaw`
    SELECT id, count(*) OVER ()::int AS total ${matching}
    ORDER BY ${order(search)} LIMIT ${search.pageSize} OFFSET ${page * search.pageSize}`;

  let page = search.page;
  let found = await read(page);
  if (found.length === 0 && page > 0) {
    page = Math.max(0, Math.ceil((await total()) / search.pageSize) - 1);
    found = await read(page);
  }
  const ids = found.map(({ id }) => id);
  const tenants = await db.tenant.findMany({ where: { id: { in: ids } }, include: fleetInclude });
  const position = new Map(ids.map((id, index) => [id, index]));
  tenants.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
  return { rows: tenants.map((tenant) => toFleetRow(tenant, port, now)), total: found[0]?.total ?? 0, page };
}

function textCondition(text: string): Prisma.Sql {
  if (text === "") return Prisma.empty;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`AND (t.slug ILIKE ${pattern} OR t.name ILIKE ${pattern} OR t.owner_email ILIKE ${pattern})`;
}

/** Ties go by slug, so that pages neither repeat nor skip a tenant. */
function order({ sort, descending }: FleetSearch): Prisma.Sql {
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
