import type { Prisma } from "../db/client.ts";
import { siteUrl } from "../domain/site-url.ts";
import { type ObservedStack, type TenantStatus, tenantStatus } from "../domain/status.ts";

/** A tenant as lists show it. */
export interface FleetRow {
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly url: string;
  readonly stack: string | null;
  readonly engine: string | null;
  readonly region: string;
  readonly release: string | null;
  readonly services: ObservedStack["services"];
  readonly createdAt: Date;
  readonly readyAt: Date | null;
  readonly observedAt: Date | null;
  readonly purgeAt: Date | null;
  /** Why it is failed or still being tried, in public words. */
  readonly problem: { readonly code: string; readonly message: string; readonly remedy: string } | null;
}

/** What `toFleetRow` needs of a tenant. */
export const fleetInclude = {
  region: true,
  stacks: { where: { isCurrent: true }, omit: { secretsSealed: true } },
} satisfies Prisma.TenantInclude;

export type FleetTenant = Prisma.TenantGetPayload<{ include: typeof fleetInclude }>;

/**
 * @param port the edge's port, part of each URL
 */
export function toFleetRow(tenant: FleetTenant, port: number, now: Date): FleetRow {
  const stack = tenant.stacks[0] ?? null;
  const observed = (stack?.observed ?? null) as ObservedStack | null;
  return {
    slug: tenant.slug,
    name: tenant.name,
    status: tenantStatus(
      {
        intent: tenant.intent,
        purgeConfirmed: tenant.purgeConfirmedAt !== null,
        purged: tenant.purgedAt !== null,
        stack: stack && {
          phase: stack.phase,
          everReady: stack.readyAt !== null,
          observed,
          observedAt: stack.observedAt,
        },
      },
      now,
    ),
    url: siteUrl(tenant.slug, tenant.region.baseDomain, port),
    stack: stack?.name ?? null,
    engine: stack?.engineId ?? null,
    region: tenant.regionId,
    release: stack?.releaseId ?? null,
    services: observed?.services ?? {},
    createdAt: tenant.createdAt,
    readyAt: stack?.readyAt ?? null,
    observedAt: stack?.observedAt ?? null,
    purgeAt: tenant.purgeAt,
    problem:
      stack?.lastErrorCode && stack.lastErrorMessage
        ? { code: stack.lastErrorCode, message: stack.lastErrorMessage, remedy: stack.lastErrorRemedy ?? "" }
        : null,
  };
}
