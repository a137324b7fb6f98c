import type { Tx } from "../db/client.ts";
import { parseCapacity, stacksByMemory, subnetsIn } from "../domain/capacity.ts";

/** What is left in a region for new stacks, from rows alone. */
export interface Room {
  readonly region: string;
  readonly regionName: string;
  /** By free memory; null while no engine said. */
  readonly byMemory: number | null;
  /** By free networks. */
  readonly byNetworks: number;
  /** When the least recently seen of its engines was; null when one never was. */
  readonly seenAt: Date | null;
}

/** Cordoned engines take nothing new, so they do not count. */
export async function readRoom(db: Tx): Promise<Room[]> {
  const regions = await db.region.findMany({
    orderBy: { id: "asc" },
    include: { engines: { where: { cordoned: false }, include: { _count: { select: { subnets: true } } } } },
  });
  return regions.map(({ id, name, engines }) => {
    const byMemory = engines.flatMap(({ capacity }) => stacksByMemory(parseCapacity(capacity)) ?? []);
    const seen = engines.map(({ lastSeenAt }) => lastSeenAt);
    return {
      region: id,
      regionName: name,
      byMemory: byMemory.length === 0 ? null : byMemory.reduce((sum, count) => sum + count, 0),
      byNetworks: engines.reduce((sum, engine) => sum + subnetsIn(engine.subnetPool) - engine._count.subnets, 0),
      seenAt: seen.includes(null) ? null : (seen.toSorted((a, b) => Number(a) - Number(b))[0] ?? null),
    };
  });
}
