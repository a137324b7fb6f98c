import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type Docker from "dockerode";
import { label, platformStack } from "../../lib/domain/names.ts";
import { locateHome } from "../../lib/home.ts";
import { guardContainer } from "../../lib/platform/look-at-guard.ts";
import { livePid, processNames } from "../../lib/platform/pid-file.ts";
import { isSameProcess } from "../../lib/platform/process-identity.ts";
import { releaseGuard } from "../../lib/platform/release-guard.ts";

/** Test installations: how they are named, what Docker holds of them, how they are removed. */

const pattern = /^fht[a-z]{5}$/;
/** Every 200 ms, as long as the engine takes to remove a container on a busy machine. */
const maxTries = 150;
const socket = "unix:///var/run/docker.sock";
const homePrefix = "/tmp/freehold-";
/** Names the test run that an installation belongs to, in its home. */
const ownerFile = "test-run";

export const newNamespace = (): string =>
  `fht${Array.from({ length: 5 }, () => String.fromCharCode(97 + randomInt(26))).join("")}`;

export const homeOf = (namespace: string): string => `${homePrefix}${namespace}`;
export const ownerFileOf = (namespace: string): string => join(homeOf(namespace), ownerFile);

export interface Inventory {
  readonly containers: string[];
  readonly networks: string[];
  readonly volumes: string[];
}

/** Everything Docker holds of a namespace by label, sorted; without the platform's own unless asked for. */
export async function inventory(docker: Docker, namespace: string, { platform = false } = {}): Promise<Inventory> {
  const filters = { label: [`${label.namespace}=${namespace}`] };
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
  ]);
  const wanted = (labels: Record<string, string> | undefined): boolean =>
    platform || labels?.[label.stack] !== platformStack;
  return {
    containers: containers
      .filter(({ Labels }) => wanted(Labels))
      .map(({ Names }) => (Names[0] ?? "").slice(1))
      .sort(),
    networks: networks
      .filter(({ Labels }) => wanted(Labels))
      .map(({ Name }) => Name)
      .sort(),
    volumes: (volumes ?? [])
      .filter(({ Labels }) => wanted(Labels))
      .map(({ Name }) => Name)
      .sort(),
  };
}

/** Ends the processes of a test installation and removes all it has, whatever state it is in. */
export async function removeInstallation(docker: Docker, namespace: string): Promise<void> {
  if (!pattern.test(namespace)) throw new Error(`“${namespace}” is not a test's namespace`);
  const home = locateHome({ ...process.env, FREEHOLD_HOME: homeOf(namespace), FREEHOLD_NAMESPACE: namespace });
  // The supervisor first, as it would start the others again.
  for (const name of [...processNames].reverse()) {
    const pid = livePid(home, name);
    if (pid !== null) process.kill(pid, "SIGKILL");
  }
  const left = await inventory(docker, namespace, { platform: true });
  const guard = guardContainer(home.namespace);
  const remove = (name: string) => gone(() => docker.getContainer(name).remove({ force: true, v: true }));
  for (const name of left.containers) if (name !== guard) await remove(name);
  // With nothing left to keep apart, the guard takes its rules along.
  await releaseGuard({ endpoint: socket, docker }, home.namespace);
  await remove(guard);
  for (const name of left.networks) await gone(() => docker.getNetwork(name).remove());
  for (const name of left.volumes) await gone(() => docker.getVolume(name).remove({ force: true }));
  rmSync(home.root, { recursive: true, force: true });
}

/** Removes until it is gone; another run may be removing the same at the same time. */
async function gone(remove: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await remove();
      return;
    } catch (error) {
      const { statusCode, message } = error as { statusCode?: number; message: string };
      if (statusCode === 404) return;
      if (!/already in progress|has active endpoints|volume is in use/.test(message) || tries === maxTries) throw error;
    }
    await sleep(200);
  }
}

/** Namespaces of test runs that ended without removing them. Those of runs that still go on are left alone. */
export async function findLeftovers(docker: Docker): Promise<string[]> {
  const filters = { label: [label.namespace] };
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
  ]);
  const labelled = [...containers, ...networks, ...(volumes ?? [])].map(
    ({ Labels }) => Labels?.[label.namespace] ?? "",
  );
  const homes = readdirSync("/tmp")
    .map((name) => `/tmp/${name}`)
    .filter((path) => path.startsWith(homePrefix))
    .map((path) => path.slice(homePrefix.length));
  return [...new Set([...labelled, ...homes])].filter((name) => pattern.test(name) && !belongsToRunning(name));
}

function belongsToRunning(namespace: string): boolean {
  const file = ownerFileOf(namespace);
  return existsSync(file) && isSameProcess(readFileSync(file, "utf8"));
}
