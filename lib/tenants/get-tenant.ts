import type { Prisma, Tx } from "../db/client.ts";
import { failure } from "../errors.ts";
import { type FleetRow, fleetInclude, toFleetRow } from "./fleet-row.ts";
import {
  listOperations,
  listServices,
  type StackOperation,
  type StackService,
  stackDetailInclude,
} from "./stack-detail.ts";

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
  readonly serviceList: readonly StackService[];
  /** The newest first. */
  readonly operations: readonly StackOperation[];
}

const detailInclude = {
  region: true,
  stacks: {
    ...fleetInclude.stacks,
    include: stackDetailInclude,
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
    operations: listOperations(stack?.operations ?? []),
  };
}
