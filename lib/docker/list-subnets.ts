import { formatCidr, networkAround } from "../domain/subnets.ts";
import { callDeadline, callEngine } from "./call.ts";
import type { Engine } from "./connect.ts";

/** IPv4 subnets of every network on an engine, whoever's they are. */
export async function listSubnets(engine: Engine): Promise<string[]> {
  const networks = await callEngine(engine.endpoint, "list networks", callDeadline.quick, () =>
    engine.docker.listNetworks(),
  );
  return networks
    .flatMap(({ IPAM }) => IPAM?.Config ?? [])
    .map(({ Subnet }) => Subnet)
    .filter((subnet): subnet is string => typeof subnet === "string" && !subnet.includes(":"))
    .map((subnet) => formatCidr(networkAround(subnet)));
}
