import { Prisma, type Tx } from "../db/client.ts";
import { tenantStatusSql } from "../db/tenant-status-sql.ts";
import type { PlotGrouping } from "../domain/fleet-search.ts";
import { type PlotCodes, plotCodes } from "../domain/plot-codes.ts";
import { tenantStatuses } from "../domain/status.ts";

/** A part of the map: all of a region, of a release, or of the fleet. */
export interface PlotGroup {
  /** A region's or release's id; empty for those without, and for the whole fleet. */
  readonly key: string;
  readonly name: string;
  readonly plots: PlotCodes;
}

/** What each grouping goes by, over `tenants t` and their stacks `s`; shared with the map's names. */
export function groupingSql(by: PlotGrouping): Prisma.Sql {
  if (by === "region") return Prisma.sql`t.region_id`;
  return by === "release" ? Prisma.sql`coalesce(s.release_id, '')` : Prisma.sql`''`;
}

/** The whole fleet in one character per tenant, oldest first, group by group; see lib/domain/plot-codes.ts. */
export async function surveyFleet(db: Tx, by: PlotGrouping = "none", now = new Date()): Promise<PlotGroup[]> {
  const letters = Prisma.join(
    tenantStatuses.map((status) => Prisma.sql`WHEN ${status} THEN ${plotCodes[status]}`),
    " ",
  );
  const rows = await db.$queryRaw<{ key: string; name: string | null; plots: string }[]>`
    SELECT fleet.key, max(regions.name) AS name,
           string_agg(CASE fleet.status ${letters} END, '' ORDER BY fleet.created_at, fleet.id) AS plots
    FROM (
      SELECT t.id, t.created_at, ${groupingSql(by)} AS key, ${tenantStatusSql(now)} AS status
      FROM tenants t LEFT JOIN stacks s ON s.tenant_id = t.id AND s.is_current
      WHERE t.purged_at IS NULL
    ) fleet
    LEFT JOIN regions ON ${by === "region"} AND regions.id = fleet.key
    GROUP BY fleet.key ORDER BY fleet.key`;
  return rows.map(({ key, name, plots }) => ({ key, name: nameOf(by, key, name), plots: plots as PlotCodes }));
}

function nameOf(by: PlotGrouping, key: string, region: string | null): string {
  if (by === "none") return "The fleet";
  if (by === "region") return region ?? key;
  return key === "" ? "No release" : `Release ${key.slice(0, 12)}`;
}

/** All of it as one text. */
export const allPlots = (groups: readonly PlotGroup[]): PlotCodes =>
  groups.map(({ plots }) => plots).join("") as PlotCodes;
