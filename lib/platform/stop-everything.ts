import type { Engine } from "../docker/connect.ts";
import { platformStack, projectName } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import type { ProjectSpec } from "../domain/spec.ts";
import { execute } from "../reconcile/execute.ts";
import { observe } from "../reconcile/observe.ts";
import type { ObservedProject } from "../reconcile/observed.ts";
import { plan } from "../reconcile/plan.ts";
import { releaseGuard } from "./release-guard.ts";
import { silentRecorder } from "./silent-recorder.ts";

const atOnce = 4;

/**
 * Stops every container of an installation: the stacks, then guard, edge and control database. What should
 * be is not changed, so that the next `up` brings everything back. No worker may be running.
 * @returns names of the containers stopped
 */
export async function stopEverything(engine: Engine, namespace: Namespace): Promise<string[]> {
  const projects = await observe(engine, namespace);
  const stacks = [...projects].filter(([stack]) => stack !== platformStack);
  const stopped: string[] = [];
  const queue = stacks.values();
  const lane = async (): Promise<void> => {
    for (const [stack, observed] of queue) stopped.push(...(await stopProject(engine, namespace, stack, observed)));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  // With the last stack stopped, nothing is left to keep apart.
  const guard = await releaseGuard(engine, namespace);
  if (guard !== null) stopped.push(guard);
  const platform = (await observe(engine, namespace, platformStack)).get(platformStack);
  if (platform) stopped.push(...(await stopProject(engine, namespace, platformStack, platform)));
  return stopped;
}

async function stopProject(
  engine: Engine,
  namespace: Namespace,
  stack: string,
  observed: ObservedProject,
): Promise<string[]> {
  // Stopping needs no more of the spec than its name: containers say themselves how they are stopped.
  const spec: ProjectSpec = { project: projectName(namespace, stack), stack, networks: [], volumes: [], services: [] };
  const { operations } = plan(spec, "stopped", observed);
  await execute(engine, operations, silentRecorder, new AbortController().signal);
  return operations.flatMap(({ action }) => (action.kind === "stop-container" ? [action.name] : []));
}
