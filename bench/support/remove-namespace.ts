import type Docker from "dockerode";
import { label } from "../../lib/domain/names.ts";
import type { Namespace } from "../../lib/domain/namespace.ts";

const atOnce = 6;

/** Removes every container, network and volume that carries the namespace's label. */
export async function removeNamespace(docker: Docker, namespace: Namespace): Promise<void> {
  const filters = { label: [`${label.namespace}=${namespace}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await removeAll(containers, ({ Id }) => docker.getContainer(Id).remove({ force: true, v: true }));
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
