import type { Tx } from "../db/client.ts";
import { type FleetRow, fleetInclude, toFleetRow } from "./fleet-row.ts";

export type { FleetRow } from "./fleet-row.ts";

/**
 * Every tenant that is not purged, oldest first.
 * @param port the edge's port, part of each URL
 */
export async function listFleet(db: Tx, port: number, now = new Date()): Promise<FleetRow[]> {
  const tenants = await db.tenant.findMany({
    where: { purgedAt: null },
    orderBy: { createdAt: "asc" },
    include: fleetInclude,
  });
  return tenants.map((tenant) => toFleetRow(tenant, port, now));
}
