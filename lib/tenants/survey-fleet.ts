import { Prisma, type Tx } from "../db/client.ts";
import { tenantStatusSql } from "../db/tenant-status-sql.ts";
import { type PlotCodes, plotCodes } from "../domain/plot-codes.ts";
import { tenantStatuses } from "../domain/status.ts";

/** The whole fleet in one character per tenant, oldest first; see lib/domain/plot-codes.ts. */
export async function surveyFleet(db: Tx, now = new Date()): Promise<PlotCodes> {
  const letters = Prisma.join(tenantStatuses.map((status) => Prisma.sql`(${status}, ${plotCodes[status]})`));
  const rows = await db.$queryRaw<{ plots: string | null }[]>`
    SELECT string_agg(letters.code, '' ORDER BY fleet.created_at, fleet.id) AS plots
    FROM (
      SELECT t.id, t.created_at, ${tenantStatusSql(now)} AS status
      FROM tenants t LEFT JOIN stacks s ON s.tenant_id = t.id AND s.is_current
      WHERE t.purged_at IS NULL
    ) fleet
    JOIN (VALUES ${letters}) AS letters(status, code) USING (status)`;
  return (rows[0]?.plots ?? "") as PlotCodes;
}
