import type { Sql } from "../db/sql.ts";
import { failure } from "../errors.ts";

export interface Placement {
  readonly region: string;
  readonly baseDomain: string;
  readonly engine: { readonly id: string; readonly subnetPool: string };
  readonly releaseId: string;
}

/**
 * Where a new stack goes: the engine of the region with the fewest stacks, and the newest release.
 * @param wanted a region's id; the default region when left out
 * @throws region_unknown, not_up
 */
export async function placeStack(tx: Sql, wanted: string | undefined): Promise<Placement> {
  const regions = await tx.$queryRaw<{ id: string; baseDomain: string; isDefault: boolean }[]>`
    SELECT id, base_domain AS "baseDomain", is_default AS "isDefault" FROM regions`;
  const region = regions.find(({ id, isDefault }) => (wanted === undefined ? isDefault : id === wanted));
  if (!region) {
    throw failure("region_unknown", {
      region: wanted ?? "(default)",
      known: regions.map(({ id }) => id).join(", ") || "none",
    });
  }
  const [engine] = await tx.$queryRaw<{ id: string; subnetPool: string }[]>`
    SELECT id, subnet_pool AS "subnetPool" FROM engines
    WHERE region_id = ${region.id} AND NOT cordoned
    ORDER BY (SELECT count(*) FROM stacks WHERE engine_id = engines.id) LIMIT 1`;
  if (!engine) throw failure("not_up", { why: `region “${region.id}” has no engine that takes new stacks` });
  const [release] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM releases ORDER BY created_at DESC LIMIT 1`;
  if (!release) throw failure("not_up", { why: "no release of the CMS was built yet" });
  return { region: region.id, baseDomain: region.baseDomain, engine, releaseId: release.id };
}
