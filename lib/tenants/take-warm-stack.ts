import type { Tx } from "../db/client.ts";
import { poolSample } from "../domain/demo-pool.ts";

export interface WarmStack {
  readonly stackId: string;
  readonly name: string;
  readonly bornHost: string;
  readonly engineId: string;
  readonly releaseId: string;
}

/**
 * Locks a finished stack of the warm pool until the caller's transaction ends, which must make it
 * somebody's. Stacks that others are taking are passed over, so that two never get the same one and
 * nobody waits. The condition is `available` of lib/domain/demo-pool.ts.
 * @param regionId any region's when left out
 * @returns null when the pool is empty
 */
export async function takeWarmStack(tx: Tx, regionId?: string): Promise<WarmStack | null> {
  const found = await tx.$queryRaw<WarmStack[]>`
    SELECT s.id AS "stackId", s.name, s.born_host AS "bornHost", s.engine_id AS "engineId", s.release_id AS "releaseId"
    FROM stacks s JOIN engines e ON e.id = s.engine_id
    WHERE s.kind = 'pool' AND s.purge_confirmed_at IS NULL AND NOT e.cordoned
      AND s.phase = 'settled' AND s.settled_generation >= s.generation
      AND s.ready_at IS NOT NULL AND (s.observed ->> 'ready')::boolean
      AND s.sample = ${poolSample} AND s.born_host IS NOT NULL
      AND s.release_id = (SELECT id FROM releases ORDER BY created_at DESC LIMIT 1)
      AND (${regionId ?? null}::text IS NULL OR e.region_id = ${regionId ?? null})
    ORDER BY s.created_at
    LIMIT 1 FOR UPDATE OF s SKIP LOCKED`;
  return found[0] ?? null;
}
