import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContainerUsage } from "./read-usage.ts";

/** Folders of a container's control group, by hierarchy; Docker's cgroupfs driver first, then systemd's. */
const groupNames = (id: string): string[] => [`docker/${id}`, `system.slice/docker-${id}.scope`];

/**
 * A container's counters read where the kernel of this machine keeps them: a few microseconds, where
 * asking the engine wakes it, containerd and the container's shim. Null when they are not here, because
 * the engine runs elsewhere or the container does not run.
 * @param root where the control groups are mounted
 */
export async function readCgroup(id: string, root = "/sys/fs/cgroup"): Promise<ContainerUsage | null> {
  for (const group of groupNames(id)) {
    const usage = (await readUnified(join(root, group))) ?? (await readSplit(root, group));
    if (usage) return usage;
  }
  return null;
}

/** cgroup v2: one folder for everything. */
async function readUnified(folder: string): Promise<ContainerUsage | null> {
  const [cpu, memory, parts] = await readAll([
    join(folder, "cpu.stat"),
    join(folder, "memory.current"),
    join(folder, "memory.stat"),
  ]);
  if (!cpu || !memory || !parts) return null;
  return usageOf(fieldOf(cpu, "usage_usec") * 1_000, Number(memory), fieldOf(parts, "inactive_file"));
}

/** cgroup v1: a hierarchy for each controller. */
async function readSplit(root: string, group: string): Promise<ContainerUsage | null> {
  const [cpu, memory, parts] = await readAll([
    join(root, "cpuacct", group, "cpuacct.usage"),
    join(root, "memory", group, "memory.usage_in_bytes"),
    join(root, "memory", group, "memory.stat"),
  ]);
  if (!cpu || !memory || !parts) return null;
  return usageOf(Number(cpu), Number(memory), fieldOf(parts, "total_inactive_file"));
}

function usageOf(cpuNs: number, memoryBytes: number, reclaimable: number): ContainerUsage | null {
  const usage = { cpuNs, memoryBytes: memoryBytes - reclaimable };
  return Object.values(usage).every(Number.isFinite) ? usage : null;
}

/** Contents, or null where a file is not there. */
const readAll = (files: readonly string[]): Promise<(string | null)[]> =>
  Promise.all(files.map((file) => readFile(file, "utf8").catch(() => null)));

/** The number after a name at the start of a line; NaN without one. */
const fieldOf = (text: string, name: string): number => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
