import { findLeftovers, removeInstallation } from "../../../e2e/support/namespace.ts";
import type { Engine } from "../../docker/connect.ts";
import { pluginLabel } from "../../platform/compose-plugin.ts";
import { isAlive } from "./process-alive.ts";
import { removeTestPostgres } from "./test-postgres.ts";

/** Labels that end with the id of the process that made the object: `stack/test`'s and the plugin's. */
const ownedByProcess = new RegExp(`^(?:freehold-stack-test-|${pluginLabel})(\\d+)$`);

/** Removes what earlier runs could not: those that were killed. Of runs that still go on nothing is touched. */
export async function removeLeftovers(engine: Engine): Promise<void> {
  const { docker } = engine;
  for (const namespace of await findLeftovers(docker)) await removeInstallation(docker, namespace);
  await removeTestPostgres(engine);
  const abandoned = ({ Labels }: { Labels: Record<string, string> | null }): boolean =>
    Object.keys(Labels ?? {}).some((name) => isOver(ownedByProcess.exec(name)?.[1]));
  for (const container of (await docker.listContainers({ all: true })).filter(abandoned)) {
    await docker.getContainer(container.Id).remove({ force: true, v: true });
  }
  for (const network of await docker.listNetworks()) {
    if (abandoned({ Labels: network.Labels ?? null })) await docker.getNetwork(network.Id).remove();
  }
  for (const volume of (await docker.listVolumes()).Volumes ?? []) {
    if (abandoned(volume)) await docker.getVolume(volume.Name).remove({ force: true });
  }
}

const isOver = (pid: string | undefined): boolean => pid !== undefined && !isAlive(Number(pid));
