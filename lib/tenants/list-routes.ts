import type { Tx } from "../db/client.ts";
import { siteUrl } from "../domain/site-url.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import type { Route } from "../edge/render-edge.ts";

/** Port that a stack's `web` listens on. */
const webPort = 8080;

/**
 * What the edge should do with each host: tenants' and those of stacks made ahead. Without the host of
 * what is being purged.
 * @param port the edge's own, part of the addresses it sends people on to
 */
export async function listRoutes(db: Tx, port: number): Promise<Route[]> {
  const [tenants, spares] = await Promise.all([tenantRoutes(db, port), spareRoutes(db)]);
  return [...tenants, ...spares];
}

async function tenantRoutes(db: Tx, port: number): Promise<Route[]> {
  const tenants = await db.tenant.findMany({
    where: { purgedAt: null, purgeConfirmedAt: null },
    select: {
      slug: true,
      intent: true,
      intentReason: true,
      region: { select: { baseDomain: true } },
      stacks: {
        where: { isCurrent: true },
        select: { id: true, bornHost: true, subnet: { select: { cidr: true } } },
      },
      application: { select: { keepStackId: true } },
    },
  });
  return tenants.flatMap(({ slug, intent, intentReason, region, stacks, application }): Route[] => {
    const host = `${slug}.${region.baseDomain}`;
    if (intent === "suspended") return [{ host, kind: "suspended", reason: intentReason }];
    if (intent === "closed") return [{ host, kind: "closed" }];
    const [stack] = stacks;
    if (!stack?.subnet) return [];
    const route: Route = { host, kind: "proxy", upstream: upstreamOf(stack.subnet.cidr) };
    // Whoever kept their demo, or showed it to somebody, finds it at its new address.
    const wasDemo = stack.bornHost !== null && application?.keepStackId === stack.id;
    if (!wasDemo) return [route];
    const to = siteUrl(slug, region.baseDomain, port);
    return [route, { host: `${stack.bornHost}.${region.baseDomain}`, kind: "moved", to }];
  });
}

/** Stacks without a tenant have theirs from birth, so that a claim waits for nothing. */
async function spareRoutes(db: Tx): Promise<Route[]> {
  const stacks = await db.stack.findMany({
    where: { tenantId: null, purgeConfirmedAt: null, bornHost: { not: null }, subnet: { isNot: null } },
    select: {
      bornHost: true,
      subnet: { select: { cidr: true } },
      engine: { select: { region: { select: { baseDomain: true } } } },
    },
  });
  return stacks.flatMap(({ bornHost, subnet, engine }) =>
    subnet
      ? [{ host: `${bornHost}.${engine.region.baseDomain}`, kind: "proxy", upstream: upstreamOf(subnet.cidr) } as const]
      : [],
  );
}

const upstreamOf = (cidr: string): string => `${serviceAddresses(cidr).web}:${webPort}`;
