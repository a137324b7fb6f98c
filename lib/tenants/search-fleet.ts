import type { Tx } from "../db/client.ts";
import type { FleetSearch } from "../domain/fleet-search.ts";
import { fleetMatching, fleetOrder } from "./fleet-matching.ts";
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
  const matching = fleetMatching(search, now);
  // Counted apart: a page alone can come from an index, without sorting all that matches.
  const counted = db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${matching}`;
  const read = (page: number): Promise<{ id: string }[]> => db.$queryRaw`
    SELECT id ${matching}
    ORDER BY ${fleetOrder(search.sort, search.descending)} LIMIT ${search.pageSize} OFFSET ${page * search.pageSize}`;

  let page = search.page;
  let [[{ total } = { total: 0 }], found] = await Promise.all([counted, read(page)]);
  if (found.length === 0 && page > 0) {
    page = Math.max(0, Math.ceil(total / search.pageSize) - 1);
    found = await read(page);
  }
  const ids = found.map(({ id }) => id);
  const tenants = await db.tenant.findMany({ where: { id: { in: ids } }, include: fleetInclude });
  const position = new Map(ids.map((id, index) => [id, index]));
  tenants.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
  return { rows: tenants.map((tenant) => toFleetRow(tenant, port, now)), total, page };
}
