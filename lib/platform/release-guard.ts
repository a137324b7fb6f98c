import type { Engine } from "../docker/connect.ts";
import { signalContainer, startContainer, stopContainer } from "../docker/containers.ts";
import { guardService, platformStack } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import { observe } from "../reconcile/observe.ts";
import { lookAtGuard } from "./look-at-guard.ts";

/** Seconds; it ends at once. */
const patience = 5;

/**
 * Stops the guard so that it takes its rules along. Only for when no stack of the installation runs
 * any more. One that does not run is started for that: nobody else knows how to take rules away.
 * @returns the container's name; null when there is none, and then its rules stay until a reboot
 */
export async function releaseGuard(engine: Engine, namespace: Namespace): Promise<string | null> {
  const platform = (await observe(engine, namespace, platformStack)).get(platformStack);
  const guard = platform?.containers.find(({ service }) => service === guardService);
  if (!guard) return null;
  if (guard.state !== "running") await startContainer(engine, guard.name);
  // It answers only once it runs, and minds signals by then.
  await lookAtGuard(engine, namespace);
  await signalContainer(engine, guard.name, "SIGUSR1");
  await stopContainer(engine, guard.name, patience);
  return guard.name;
}
