import type { Tx } from "../db/client.ts";
import type { FleetSearch } from "../domain/fleet-search.ts";
import { fleetMatching, fleetOrder } from "./fleet-matching.ts";

/** Most tenants that one action on many is asked for. */
export const mostAtOnce = 10_000;

/** The slugs of every tenant that a search finds, on all its pages, in its order. */
export async function listMatching(db: Tx, search: FleetSearch, now = new Date()): Promise<string[]> {
  const rows = await db.$queryRaw<{ slug: string }[]>`
    SELECT slug ${fleetMatching(search, now)}
    ORDER BY ${fleetOrder(search.sort, search.descending)} LIMIT ${mostAtOnce}`;
  return rows.map(({ slug }) => slug);
}
