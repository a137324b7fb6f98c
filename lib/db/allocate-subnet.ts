import { firstFreeSubnet } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import type { Sql } from "./sql.ts";

const subnetLock = 4_170_312;

/**
 * Hands a stack the first free /28 of its engine's pool, inside the caller's transaction.
 * @param avoid networks found in use on the engine's host
 * @throws subnet_pool_exhausted
 */
export async function allocateSubnet(
  tx: Sql,
  engine: { readonly id: string; readonly subnetPool: string },
  stackId: string,
  avoid: readonly string[] = [],
): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${subnetLock}, hashtext(${engine.id}))`;
  const taken = await tx.$queryRaw<{ cidr: string }[]>`SELECT cidr FROM subnets WHERE engine_id = ${engine.id}`;
  const cidr = firstFreeSubnet(engine.subnetPool, [...avoid, ...taken.map((subnet) => subnet.cidr)]);
  if (cidr === null) {
    throw failure("subnet_pool_exhausted", { pool: engine.subnetPool, engine: engine.id, used: taken.length });
  }
  await tx.$executeRaw`INSERT INTO subnets (engine_id, cidr, stack_id) VALUES (${engine.id}, ${cidr}, ${stackId}::uuid)`;
  return cidr;
}
