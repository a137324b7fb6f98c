import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../docker/connect.ts";
import type { Namespace } from "../domain/namespace.ts";
import type { FreeholdError } from "../errors.ts";
import { guardProblem, lookAtGuard } from "./look-at-guard.ts";

const deadlineSeconds = 10;
const pollMs = 100;

/**
 * Waits until all networks are guarded.
 * @returns what is wrong when they still are not; null when all is well
 */
export async function awaitGuard(
  engine: Engine,
  namespace: Namespace,
  networks: readonly string[],
): Promise<FreeholdError | null> {
  const deadline = Date.now() + deadlineSeconds * 1000;
  for (;;) {
    const look = await lookAtGuard(engine, namespace);
    const problem = networks.map((network) => guardProblem(look, network)).find((found) => found !== null) ?? null;
    if (problem === null || !look.supported || Date.now() > deadline) return problem;
    await sleep(pollMs);
  }
}
