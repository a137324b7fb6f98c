import type { Tx } from "../db/client.ts";
import { tenantStatusSql } from "../db/tenant-status-sql.ts";
import type { PlotGrouping } from "../domain/fleet-search.ts";
import type { TenantStatus } from "../domain/status.ts";
import { groupingSql } from "./survey-fleet.ts";

export interface NamedPlot {
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
}

/** A stretch of one group's plots. */
export interface PlotStretch {
  readonly by: PlotGrouping;
  readonly key: string;
  readonly from: number;
  readonly count: number;
}

/** Who owns a stretch of plots, in the order of `surveyFleet`. */
export async function namePlots(db: Tx, { by, key, from, count }: PlotStretch, now = new Date()): Promise<NamedPlot[]> {
  return db.$queryRaw<NamedPlot[]>`
    SELECT t.slug, t.name, ${tenantStatusSql(now)} AS status
    FROM tenants t LEFT JOIN stacks s ON s.tenant_id = t.id AND s.is_current
    WHERE t.purged_at IS NULL AND ${groupingSql(by)} = ${key}
    ORDER BY t.created_at, t.id LIMIT ${count} OFFSET ${from}`;
}
