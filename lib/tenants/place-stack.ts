import type { Tx } from "../db/client.ts";
import { failure } from "../errors.ts";

export interface Placement {
  readonly region: string;
  readonly engine: { readonly id: string; readonly subnetPool: string };
  readonly releaseId: string;
}

/**
 * Where a new stack goes: the engine of the region with the fewest stacks, and the newest release.
 * @param wanted a region's id; the default region when left out
 * @throws region_unknown, not_up
 */
export async function placeStack(tx: Tx, wanted: string | undefined): Promise<Placement> {
  const regions = await tx.region.findMany({
    include: { engines: { where: { cordoned: false }, include: { _count: { select: { stacks: true } } } } },
  });
  const region = regions.find(({ id, isDefault }) => (wanted === undefined ? isDefault : id === wanted));
  if (!region) {
    throw failure("region_unknown", {
      region: wanted ?? "(default)",
      known: regions.map(({ id }) => id).join(", ") || "none",
    });
  }
  const engine = region.engines.sort((a, b) => a._count.stacks - b._count.stacks)[0];
  if (!engine) throw failure("not_up", { why: `region “${region.id}” has no engine that takes new stacks` });
  const release = await tx.release.findFirst({ orderBy: { createdAt: "desc" }, select: { id: true } });
  if (!release) throw failure("not_up", { why: "no release of the CMS was built yet" });
  return { region: region.id, engine, releaseId: release.id };
}
