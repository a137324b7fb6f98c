import type { Tx } from "../db/client.ts";
import { type Capacity, parseCapacity, subnetsIn } from "../domain/capacity.ts";

export interface EngineRow {
  readonly id: string;
  readonly endpoint: string;
  readonly dockerVersion: string | null;
  /** Null until the worker looked for the first time. */
  readonly capacity: Capacity | null;
  readonly subnetPool: string;
  readonly subnetsUsed: number;
  readonly subnetsTotal: number;
  readonly stacks: number;
  /** Seen settled and answering. */
  readonly stacksRunning: number;
  readonly stacksFailed: number;
  readonly lastSeenAt: Date | null;
  readonly lastError: string | null;
  /** Who closed it to new stacks, when and why; null while it takes them. */
  readonly cordon: { readonly by: string; readonly at: Date; readonly reason: string | null } | "unknown" | null;
}

export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly baseDomain: string;
  readonly isDefault: boolean;
  readonly engines: readonly EngineRow[];
}

/** Regions and their engines as the worker last saw them; from rows alone. */
export async function listEngines(db: Tx): Promise<RegionRow[]> {
  const [regions, counts] = await Promise.all([
    db.region.findMany({
      orderBy: [{ isDefault: "desc" }, { id: "asc" }],
      include: { engines: { orderBy: { id: "asc" }, include: { _count: { select: { subnets: true } } } } },
    }),
    countStacks(db),
  ]);
  const cordons = await findCordons(
    db,
    regions.flatMap(({ engines }) => engines.filter(({ cordoned }) => cordoned).map(({ id }) => id)),
  );
  return regions.map(({ id, name, baseDomain, isDefault, engines }) => ({
    id,
    name,
    baseDomain,
    isDefault,
    engines: engines.map((engine) => ({
      id: engine.id,
      endpoint: engine.endpoint,
      dockerVersion: engine.dockerVersion,
      capacity: parseCapacity(engine.capacity),
      subnetPool: engine.subnetPool,
      subnetsUsed: engine._count.subnets,
      subnetsTotal: subnetsIn(engine.subnetPool),
      stacks: counts.get(engine.id)?.total ?? 0,
      stacksRunning: counts.get(engine.id)?.running ?? 0,
      stacksFailed: counts.get(engine.id)?.failed ?? 0,
      lastSeenAt: engine.lastSeenAt,
      lastError: engine.lastError,
      cordon: engine.cordoned ? (cordons.get(engine.id) ?? "unknown") : null,
    })),
  }));
}

interface StackCount {
  readonly engine: string;
  readonly total: number;
  readonly running: number;
  readonly failed: number;
}

async function countStacks(db: Tx): Promise<Map<string, StackCount>> {
  const rows = await db.$queryRaw<StackCount[]>`
    SELECT engine_id AS engine, count(*)::int AS total,
           count(*) FILTER (WHERE phase = 'settled' AND (observed ->> 'ready')::boolean)::int AS running,
           count(*) FILTER (WHERE phase = 'failed')::int AS failed
    FROM stacks GROUP BY engine_id`;
  return new Map(rows.map((row) => [row.engine, row]));
}

/** The row only says that an engine is cordoned; the audit trail says by whom and why. */
async function findCordons(
  db: Tx,
  engines: readonly string[],
): Promise<Map<string, Exclude<EngineRow["cordon"], null>>> {
  const events = await Promise.all(
    engines.map((id) =>
      db.auditEvent.findFirst({
        where: { subject: `engine:${id}`, action: "engine.cordoned" },
        orderBy: { seq: "desc" },
        select: { actor: true, at: true, reason: true },
      }),
    ),
  );
  return new Map(
    engines.map((id, index) => {
      const event = events[index];
      return [id, event ? { by: event.actor, at: event.at, reason: event.reason } : "unknown"];
    }),
  );
}
