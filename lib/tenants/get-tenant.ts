import type { Prisma, Tx } from "../db/client.ts";
import type { ObservedStack, ServiceState } from "../domain/status.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import { failure } from "../errors.ts";
import { type FleetRow, fleetInclude, toFleetRow } from "./fleet-row.ts";

export interface TenantService {
  readonly name: string;
  /** As last observed; null before the first look. */
  readonly state: ServiceState | null;
  readonly containerId: string | null;
  /** Fixed address in the stack's network; null when it has no network (any more). */
  readonly address: string | null;
}

export interface TenantOperation {
  readonly id: string;
  /** All operations of one reconcile share this. */
  readonly runId: string;
  readonly kind: string;
  readonly target: string;
  readonly cause: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly errorCode: string | null;
  /** For admins. */
  readonly errorDetail: string | null;
}

export interface TenantDetail extends FleetRow {
  readonly id: string;
  /** The stack that the tenant has now; null before its first and after its last. */
  readonly stackId: string | null;
  readonly ownerEmail: string | null;
  readonly intent: string;
  readonly intentReason: string | null;
  readonly intentActor: string;
  readonly intentAt: Date;
  readonly subnet: string | null;
  readonly serviceList: readonly TenantService[];
  /** The newest first. */
  readonly operations: readonly TenantOperation[];
}

/** As many as a page or a terminal shows at once. */
const operationsShown = 30;

const detailInclude = {
  region: true,
  stacks: {
    ...fleetInclude.stacks,
    include: { subnet: true, operations: { orderBy: { id: "desc" }, take: operationsShown } },
  },
} satisfies Prisma.TenantInclude;

/**
 * One tenant with its services, addresses and last operations.
 * @param port the edge's port, part of its URL
 * @throws tenant_unknown
 */
export async function getTenant(db: Tx, slug: string, port: number, now = new Date()): Promise<TenantDetail> {
  const tenant = await db.tenant.findUnique({ where: { slug }, include: detailInclude });
  if (!tenant) throw failure("tenant_unknown", { slug });
  const stack = tenant.stacks[0];
  const row = toFleetRow(tenant, port, now);
  const subnet = stack?.subnet?.cidr ?? null;
  return {
    ...row,
    id: tenant.id,
    stackId: stack?.id ?? null,
    ownerEmail: tenant.ownerEmail,
    intent: tenant.intent,
    intentReason: tenant.intentReason,
    intentActor: tenant.intentActor,
    intentAt: tenant.intentAt,
    subnet,
    serviceList: listServices(row.services, subnet),
    operations: (stack?.operations ?? []).map(
      ({ id, runId, kind, target, cause, startedAt, endedAt, errorCode, errorDetail }) => ({
        id: id.toString(),
        runId,
        kind,
        target,
        cause,
        startedAt,
        endedAt,
        errorCode,
        errorDetail,
      }),
    ),
  };
}

function listServices(observed: ObservedStack["services"], subnet: string | null): TenantService[] {
  const addresses: Readonly<Record<string, string>> = subnet === null ? {} : serviceAddresses(subnet);
  const names = [...new Set([...Object.keys(addresses), ...Object.keys(observed)])];
  return names.map((name) => ({
    name,
    state: observed[name]?.state ?? null,
    containerId: observed[name]?.containerId ?? null,
    address: addresses[name] ?? null,
  }));
}
