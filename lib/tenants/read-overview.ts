import type { Tx } from "../db/client.ts";
import { type CmsFacts, parseCmsFacts } from "../domain/cms-facts.ts";
import { fineSamples } from "../domain/metrics.ts";
import { type FleetRow, fleetInclude, toFleetRow } from "./fleet-row.ts";

/** What a tenant's first page tells its members. */
export interface TenantOverview {
  readonly row: FleetRow;
  readonly contactEmail: string | null;
  /** What its CMS last said of itself; null while it said nothing. */
  readonly facts: CmsFacts | null;
  readonly factsAt: Date | null;
  readonly usage: LatestUsage | null;
  /** Whether anybody beside the first member was invited. */
  readonly hasInvited: boolean;
}

export interface LatestUsage {
  readonly at: Date;
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly diskBytes: number | null;
  /** Within the last 24 hours; null when nothing was counted. */
  readonly requestsToday: number | null;
}

/** @param port the edge's port, part of the URL */
export async function readOverview(db: Tx, tenantId: string, port: number, now = new Date()): Promise<TenantOverview> {
  const tenant = await db.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    include: { ...fleetInclude, _count: { select: { memberships: true, invitations: true } } },
  });
  const stack = tenant.stacks[0] ?? null;
  const { memberships, invitations } = tenant._count;
  return {
    row: toFleetRow(tenant, port, now),
    contactEmail: tenant.ownerEmail,
    facts: parseCmsFacts(stack?.cmsFacts),
    factsAt: stack?.cmsFactsAt ?? null,
    usage: stack && (await readLatestUsage(db, stack.id, now)),
    hasInvited: memberships > 1 || invitations > 0,
  };
}

async function readLatestUsage(db: Tx, stackId: string, now: Date): Promise<LatestUsage | null> {
  const fine = {
    stackId,
    spanSeconds: fineSamples.span,
    at: { gt: new Date(now.getTime() - fineSamples.kept * 1000) },
  };
  const [latest, { _sum }] = await Promise.all([
    db.metricSample.findFirst({ where: fine, orderBy: { at: "desc" } }),
    db.metricSample.aggregate({ where: fine, _sum: { requests: true } }),
  ]);
  if (latest === null) return null;
  const { at, cpu, memoryBytes, diskBytes } = latest;
  return {
    at,
    cpu,
    memoryBytes: Number(memoryBytes),
    diskBytes: diskBytes === null ? null : Number(diskBytes),
    requestsToday: _sum.requests,
  };
}
