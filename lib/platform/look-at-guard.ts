import { statusOf } from "../docker/call.ts";
import type { Engine } from "../docker/connect.ts";
import { runInContainer } from "../docker/run-in-container.ts";
import { guardedNetworks, isGuarded } from "../domain/guard-rules.ts";
import { containerName, guardService, platformStack, projectName } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import { type FreeholdError, failure } from "../errors.ts";

/** What the rules of the engine's host say, while there is a guard that keeps them. */
export interface GuardLook {
  /** Networks that are kept apart. */
  readonly guarded: readonly string[];
  /** Why there are none; null when there are. */
  readonly why: string | null;
  /** Whether the kernel could have any. */
  readonly supported: boolean;
}

const notFound = 404;
const conflict = 409;

export const guardContainer = (namespace: Namespace): string =>
  containerName(projectName(namespace, platformStack), guardService);

const notInForce = (namespace: Namespace): string =>
  `its routing rules are not in force, or others come before: see ip rule show, and docker logs ${guardContainer(namespace)}`;

/**
 * Reads the routing rules on the engine's host, from within the guard: what is in force is what the
 * kernel says, not what the guard was asked for.
 * @throws engine_unreachable, engine_timeout
 */
export async function lookAtGuard(engine: Engine, namespace: Namespace): Promise<GuardLook> {
  const nothing = (why: string, supported = true): GuardLook => ({ guarded: [], why, supported });
  try {
    const list = await runInContainer(engine, guardContainer(namespace), ["ip", "-4", "-json", "rule", "show"]);
    const complaint = list.stderr.trim().split("\n")[0] ?? "";
    if (/not supported/i.test(complaint)) return nothing(complaint, false);
    if (list.code !== 0) return nothing(`its routing rules cannot be read (${complaint})`);
    const guarded = guardedNetworks(list.stdout);
    return guarded.length > 0 ? { guarded, why: null, supported: true } : nothing(notInForce(namespace));
  } catch (thrown) {
    if (statusOf(thrown) === notFound) return nothing("there is no guard");
    if (statusOf(thrown) === conflict) return nothing("the guard does not run");
    throw thrown;
  }
}

/** What is wrong for a subnet; null when it is guarded. */
export function guardProblem({ guarded, why, supported }: GuardLook, subnet: string): FreeholdError | null {
  if (isGuarded(guarded, subnet)) return null;
  if (!supported) return failure("isolation_unsupported", { subnet, why: why ?? "" });
  return failure("isolation_missing", { subnet, why: why ?? `the guard keeps only ${guarded.join(", ")}` });
}
