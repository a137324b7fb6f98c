import { readFileSync } from "node:fs";
import type { Engine } from "../../lib/docker/connect.ts";
import { readUsage } from "../../lib/docker/read-usage.ts";

const mebibyte = 2 ** 20;

/** Memory the host could still give away, in MiB: what is used up shows here whoever it is charged to. */
export function readAvailableMiB(): number {
  const [, kibibytes] = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8")) ?? [];
  if (kibibytes === undefined) throw new Error("/proc/meminfo has no MemAvailable");
  return Number(kibibytes) / 1024;
}

/**
 * What the containers' control groups are charged with, in MiB: processes and the kernel's memory
 * for them, without file cache that would be given back, and without the engine's shims.
 */
export async function readChargedMiB(engine: Engine, containers: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const container of containers) {
    const used = await readUsage(engine, container);
    if (used === null) throw new Error(`container ${container} does not run`);
    bytes += used.memoryBytes;
  }
  return bytes / mebibyte;
}
