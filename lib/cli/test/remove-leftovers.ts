import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findLeftovers, removeInstallation } from "../../../e2e/support/namespace.ts";
import { closeFirewall } from "../../../e2e/support/routing-rules.ts";
import type { Engine } from "../../docker/connect.ts";
import { label } from "../../domain/names.ts";
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
  await closeFirewall(isAlive);
  const abandoned = ({ Labels }: { Labels: Record<string, string> | null }): boolean =>
    Object.keys(Labels ?? {}).some((name) => isOver(ownedByProcess.exec(name)?.[1])) ||
    isOver(byHand.exec(Labels?.[label.composeProject] ?? "")?.[1]);
  for (const container of (await docker.listContainers({ all: true })).filter(abandoned)) {
    await docker.getContainer(container.Id).remove({ force: true, v: true });
  }
  for (const network of await docker.listNetworks()) {
    if (abandoned({ Labels: network.Labels ?? null })) await docker.getNetwork(network.Id).remove();
  }
  for (const volume of (await docker.listVolumes()).Volumes ?? []) {
    if (abandoned(volume)) await docker.getVolume(volume.Name).remove({ force: true });
  }
  for (const folder of [...new Set(["/tmp", tmpdir()])]) {
    for (const name of readdirSync(folder)) {
      if (isOver(scratch.exec(name)?.[1])) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/** Folders of tests on the engine, with the id of the process that made them. */
const scratch = /^freehold-(?:e2e|test|by-hand|bad-input|adr|compose)-(\d+)-/;

/** Names of the projects that by-hand.e2e.test.ts gives to docker compose, which knows none of our labels. */
const byHand = /^fht(?:one|two)(\d+)$/;

const isOver = (pid: string | undefined): boolean => pid !== undefined && !isAlive(Number(pid));
