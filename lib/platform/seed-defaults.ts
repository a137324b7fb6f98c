import { readFile } from "node:fs/promises";
import type { Db } from "../db/client.ts";
import type { Engine } from "../docker/connect.ts";
import { listSubnets } from "../docker/list-subnets.ts";
import { chooseSubnetPool } from "../domain/subnet-pool.ts";
import { type Cidr, parseCidr, parseRouteTable } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

const local = "local";

/**
 * The rows every installation starts with: region `local` and its one engine. What is there is left
 * as it is, except for the endpoint, which follows DOCKER_HOST.
 * @throws subnet_pool_exhausted
 */
export async function seedDefaults(db: Db, engine: Engine, home: Home): Promise<void> {
  await db.region.upsert({
    where: { id: local },
    create: { id: local, name: "This machine", baseDomain: "localhost", isDefault: true },
    update: {},
  });
  const known = await db.engine.findUnique({ where: { id: local } });
  if (known?.endpoint === engine.endpoint) return;
  if (known) {
    await db.engine.update({ where: { id: local }, data: { endpoint: engine.endpoint } });
    return;
  }
  const taken = [...(await hostNetworks()), ...(await listSubnets(engine)).map(parseCidr)];
  const subnetPool = chooseSubnetPool(home.namespace, taken);
  if (subnetPool === null)
    throw failure("subnet_pool_exhausted", { pool: "10.0.0.0/8", engine: local, used: taken.length });
  await db.engine.upsert({
    where: { id: local },
    create: { id: local, regionId: local, endpoint: engine.endpoint, subnetPool },
    update: {},
  });
}

async function hostNetworks(): Promise<Cidr[]> {
  return parseRouteTable(await readFile("/proc/net/route", "utf8")).map(({ cidr }) => cidr);
}
