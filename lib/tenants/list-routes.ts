import type { Tx } from "../db/client.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import type { Route } from "../edge/render-edge.ts";

/** Port that a stack's `web` listens on. */
const webPort = 8080;

/** What the edge should do with each tenant's host. Without the host of a tenant that is being purged. */
export async function listRoutes(db: Tx): Promise<Route[]> {
  const tenants = await db.tenant.findMany({
    where: { purgedAt: null, purgeConfirmedAt: null },
    select: {
      slug: true,
      intent: true,
      intentReason: true,
      region: { select: { baseDomain: true } },
      stacks: { where: { isCurrent: true }, select: { subnet: { select: { cidr: true } } } },
    },
  });
  return tenants.flatMap(({ slug, intent, intentReason, region, stacks }): Route[] => {
    const host = `${slug}.${region.baseDomain}`;
    if (intent === "suspended") return [{ host, kind: "suspended", reason: intentReason }];
    if (intent === "closed") return [{ host, kind: "closed" }];
    const cidr = stacks[0]?.subnet?.cidr;
    return cidr ? [{ host, kind: "proxy", upstream: `${serviceAddresses(cidr).web}:${webPort}` }] : [];
  });
}
