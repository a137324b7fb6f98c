import type { Tx } from "../db/client.ts";
import { everything } from "../domain/fleet-search.ts";
import type { TenantStatus } from "../domain/status.ts";
import { searchFleet } from "./search-fleet.ts";

export interface FoundTenant {
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly url: string;
}

/** More than one reads through in a list that is open for a moment. */
const most = 8;

/**
 * The first tenants that match a text, by name.
 * @param port the edge's port, part of each URL
 */
export async function findTenants(db: Tx, text: string, port: number): Promise<FoundTenant[]> {
  const { rows } = await searchFleet(
    db,
    { ...everything, text, sort: "name", descending: false, page: 0, pageSize: most },
    port,
  );
  return rows.map(({ slug, name, status, url }) => ({ slug, name, status, url }));
}
