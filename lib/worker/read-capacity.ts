import { readFile, statfs } from "node:fs/promises";
import type { EngineInfo } from "../docker/connect.ts";
import type { Capacity } from "../domain/capacity.ts";

/** What an engine's host has, from the engine, and what of it is free, from the host where that is this machine. */
export async function readCapacity(endpoint: string, { cores, memoryBytes, root }: EngineInfo): Promise<Capacity> {
  const isLocal = endpoint.startsWith("unix:");
  const disk = isLocal ? await statfs(root).catch(() => null) : null;
  return {
    cores,
    memoryBytes,
    memoryFreeBytes: isLocal ? memoryAvailable(await readFile("/proc/meminfo", "utf8")) : null,
    diskBytes: disk && disk.blocks * disk.bsize,
    diskFreeBytes: disk && disk.bavail * disk.bsize,
  };
}

/** Bytes that programs can still be given without swapping, as the kernel estimates (proc_meminfo(5)). */
export function memoryAvailable(meminfo: string): number | null {
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1];
  return kib === undefined ? null : Number(kib) * 1024;
}
