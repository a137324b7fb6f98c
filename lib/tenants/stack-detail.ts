import type { Prisma } from "../db/client.ts";
import type { ObservedStack, ServiceState } from "../domain/status.ts";
import { serviceAddresses } from "../domain/subnets.ts";

/** What is shown of one stack, whoever's it is. */

export interface StackService {
  readonly name: string;
  /** As last observed; null before the first look. */
  readonly state: ServiceState | null;
  readonly containerId: string | null;
  /** Fixed address in the stack's network; null when it has no network (any more). */
  readonly address: string | null;
}

export interface StackOperation {
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

/** As many as a page or a terminal shows at once. */
const operationsShown = 30;

/** What the two functions below need of a stack. */
export const stackDetailInclude = {
  subnet: true,
  operations: { orderBy: { id: "desc" }, take: operationsShown },
} satisfies Prisma.StackInclude;

export function listServices(observed: ObservedStack["services"], subnet: string | null): StackService[] {
  const addresses: Readonly<Record<string, string>> = subnet === null ? {} : serviceAddresses(subnet);
  const names = [...new Set([...Object.keys(addresses), ...Object.keys(observed)])];
  return names.map((name) => ({
    name,
    state: observed[name]?.state ?? null,
    containerId: observed[name]?.containerId ?? null,
    address: addresses[name] ?? null,
  }));
}

/** The newest first, as they were read. */
export const listOperations = (
  rows: Prisma.StackGetPayload<{ include: typeof stackDetailInclude }>["operations"],
): StackOperation[] =>
  rows.map(({ id, runId, kind, target, cause, startedAt, endedAt, errorCode, errorDetail }) => ({
    id: id.toString(),
    runId,
    kind,
    target,
    cause,
    startedAt,
    endedAt,
    errorCode,
    errorDetail,
  }));
