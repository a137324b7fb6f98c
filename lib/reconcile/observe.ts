import { callDeadline, callEngine } from "../docker/call.ts";
import type { Engine } from "../docker/connect.ts";
import { label } from "../domain/names.ts";
import type { Namespace } from "../domain/namespace.ts";
import type { ContainerState, ObservedContainer, ObservedProject } from "./observed.ts";

/**
 * Lists what carries our labels, of one stack or of all. Makes no changes.
 * @returns by stack; a stack of which nothing exists has no entry
 */
export async function observe(
  engine: Engine,
  namespace: Namespace,
  stack?: string,
): Promise<ReadonlyMap<string, ObservedProject>> {
  const filters = {
    label: [`${label.namespace}=${namespace}`, ...(stack === undefined ? [] : [`${label.stack}=${stack}`])],
  };
  const [containers, networks, volumes] = await callEngine(
    engine.endpoint,
    "list objects",
    callDeadline.quick,
    (signal) =>
      Promise.all([
        engine.docker.listContainers({ all: true, filters, abortSignal: signal }),
        engine.docker.listNetworks({ filters, abortSignal: signal }),
        engine.docker.listVolumes({ filters, abortSignal: signal }),
      ]),
  );

  const projects = new Map<
    string,
    { containers: ObservedContainer[]; networks: Record<string, string>; volumes: string[] }
  >();
  const of = (labels: Record<string, string> | undefined | null) => {
    const name = labels?.[label.stack] ?? "";
    const project = projects.get(name) ?? { containers: [], networks: {}, volumes: [] };
    projects.set(name, project);
    return project;
  };
  for (const found of containers) {
    of(found.Labels).containers.push({
      id: found.Id,
      name: (found.Names[0] ?? "").replace(/^\//, ""),
      service: found.Labels[label.composeService] ?? "",
      revision: found.Labels[label.revision] ?? "",
      imageId: found.ImageID,
      state: found.State as ContainerState,
      networks: Object.fromEntries(
        Object.entries(found.NetworkSettings?.Networks ?? {}).map(([name, settings]) => [
          name,
          settings.IPAddress || settings.IPAMConfig?.IPv4Address || "",
        ]),
      ),
    });
  }
  for (const found of networks) of(found.Labels).networks[found.Name] = found.IPAM?.Config?.[0]?.Subnet ?? "";
  for (const found of volumes.Volumes ?? []) of(found.Labels).volumes.push(found.Name);
  return projects;
}
