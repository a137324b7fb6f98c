import type Docker from "dockerode";
import type { Engine } from "../../lib/docker/connect.ts";
import { label } from "../../lib/domain/names.ts";
import type { Namespace } from "../../lib/domain/namespace.ts";
import { guardContainer } from "../../lib/platform/look-at-guard.ts";
import { releaseGuard } from "../../lib/platform/release-guard.ts";

const atOnce = 6;

/** Removes every container, network and volume that carries the namespace's label. */
export async function removeNamespace(engine: Engine, namespace: Namespace): Promise<void> {
  const { docker } = engine;
  const filters = { label: [`${label.namespace}=${namespace}`] };
  const containers = await docker.listContainers({ all: true, filters });
  const isGuard = ({ Names }: Docker.ContainerInfo): boolean => Names.includes(`/${guardContainer(namespace)}`);
  const remove = ({ Id }: Docker.ContainerInfo) => docker.getContainer(Id).remove({ force: true, v: true });
  await removeAll(
    containers.filter((found) => !isGuard(found)),
    remove,
  );
  // With nothing left to keep apart, the guard takes its rules along.
  await releaseGuard(engine, namespace);
  await removeAll(containers.filter(isGuard), remove);
  const networks = await docker.listNetworks({ filters });
  await removeAll(networks, ({ Id }) => docker.getNetwork(Id).remove());
  const { Volumes: volumes } = await docker.listVolumes({ filters });
  await removeAll(volumes ?? [], ({ Name }) => docker.getVolume(Name).remove({ force: true }));
}

async function removeAll<T>(items: readonly T[], remove: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) await remove(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
