import type { Tx } from "../db/client.ts";
import type { ObservedStack } from "../domain/status.ts";
import { listSpares, type SpareRow } from "./list-spares.ts";
import {
  listOperations,
  listServices,
  type StackOperation,
  type StackService,
  stackDetailInclude,
} from "./stack-detail.ts";

export interface SpareDetail extends SpareRow {
  readonly engine: string;
  readonly release: string;
  readonly subnet: string | null;
  readonly observedAt: Date | null;
  readonly serviceList: readonly StackService[];
  /** The newest first. */
  readonly operations: readonly StackOperation[];
}

/**
 * One stack that is no client's, with its services, addresses and last operations.
 * @param port the edge's, part of a demo's URL
 * @returns null when there is none of that name
 */
export async function getSpare(db: Tx, name: string, port: number): Promise<SpareDetail | null> {
  const [spares, stack] = await Promise.all([
    listSpares(db, port),
    db.stack.findUnique({ where: { name }, include: stackDetailInclude, omit: { secretsSealed: true } }),
  ]);
  const spare = spares.find((candidate) => candidate.name === name);
  if (!spare || !stack) return null;
  const subnet = stack.subnet?.cidr ?? null;
  return {
    ...spare,
    engine: stack.engineId,
    release: stack.releaseId,
    subnet,
    observedAt: stack.observedAt,
    serviceList: listServices((stack.observed as ObservedStack | null)?.services ?? {}, subnet),
    operations: listOperations(stack.operations),
  };
}
