import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";
import { readCgroup } from "./read-cgroup.ts";

interface Stats {
  readonly cpu_stats?: { readonly cpu_usage?: { readonly total_usage?: number } };
  readonly memory_stats?: { readonly usage?: number; readonly stats?: Readonly<Record<string, number>> };
}

/** What a container uses, as its control group accounts for it. */
export interface ContainerUsage {
  /** Processor time since its start. Nanoseconds, under cgroup v1 and v2 alike. */
  readonly cpuNs: number;
  /** Memory now, without the file cache it would give back. Bytes. */
  readonly memoryBytes: number;
}

/** One reading of a container's counters, or null when it does not run. @param container its whole id */
export async function readUsage(engine: Engine, container: string): Promise<ContainerUsage | null> {
  const here = engine.endpoint.startsWith("unix:") ? await readCgroup(container) : null;
  return here ?? (await askEngine(engine, container));
}

/**
 * `one-shot` spares the engine a second reading to compare with; two of ours are as good. The answer
 * still takes up to a second, as the engine reads all that was asked for once a second.
 */
async function askEngine(engine: Engine, container: string): Promise<ContainerUsage | null> {
  try {
    const stats = await callEngine(engine.endpoint, `stats ${container}`, callDeadline.quick, async (signal) => {
      const once = { stream: false, "one-shot": true, abortSignal: signal } as { stream: false };
      return (await engine.docker.getContainer(container).stats(once)) as Stats;
    });
    return parseUsage(stats);
  } catch (thrown) {
    if (statusOf(thrown) === 404 || statusOf(thrown) === 409) return null;
    throw thrown;
  }
}

/** Stats of a container that does not run have no numbers. */
export function parseUsage({ cpu_stats, memory_stats }: Stats): ContainerUsage | null {
  const { usage, stats: parts = {} } = memory_stats ?? {};
  const cpuNs = cpu_stats?.cpu_usage?.total_usage;
  if (usage === undefined || cpuNs === undefined) return null;
  // cgroup v1 and v2 name the reclaimable part differently.
  return { cpuNs, memoryBytes: usage - (parts.total_inactive_file ?? parts.inactive_file ?? 0) };
}
