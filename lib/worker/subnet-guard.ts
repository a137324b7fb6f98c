import { readFile } from "node:fs/promises";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import type { Db } from "../db/client.ts";
import type { Engine } from "../docker/connect.ts";
import { listSubnets } from "../docker/list-subnets.ts";
import { formatCidr, overlaps, parseCidr, parseRouteTable } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import type { StackRow } from "../tenants/load-stack.ts";

/**
 * Checks a subnet against the routes of the engine's host, as far as that is this machine.
 * @throws subnet_conflict
 */
export async function checkHostRoutes(endpoint: string, subnet: string): Promise<void> {
  if (!endpoint.startsWith("unix:")) return;
  const wanted = parseCidr(subnet);
  const routes = parseRouteTable(await readFile("/proc/net/route", "utf8"));
  const inTheWay = routes.find(({ cidr }) => formatCidr(cidr) !== subnet && overlaps(cidr, wanted));
  if (inTheWay)
    throw failure(
      "subnet_conflict",
      { subnet },
      { detail: `overlaps with ${formatCidr(inTheWay.cidr)} on ${inTheWay.device}` },
    );
}

/** Gives a stack another subnet, away from everything that is on the engine and its host now. */
export async function moveToFreeSubnet(db: Db, engine: Engine, row: StackRow): Promise<string> {
  const routes = engine.endpoint.startsWith("unix:") ? parseRouteTable(await readFile("/proc/net/route", "utf8")) : [];
  const inUse = [...(await listSubnets(engine)), ...routes.map(({ cidr }) => formatCidr(cidr))];
  return db.$transaction(async (tx) => {
    await tx.subnet.deleteMany({ where: { stackId: row.id } });
    return allocateSubnet(tx, row.engine, row.id, inUse);
  });
}
