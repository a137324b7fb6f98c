import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";

interface Stats {
  readonly memory_stats?: { readonly usage?: number; readonly stats?: Readonly<Record<string, number>> };
}

/** Memory a container uses now, in bytes, without the file cache it would give back; null when it does not run. */
export async function readMemory(engine: Engine, container: string): Promise<number | null> {
  try {
    const stats = await callEngine(engine.endpoint, `stats ${container}`, callDeadline.quick, async () => {
      const once = { stream: false, "one-shot": true } as { stream: false };
      return (await engine.docker.getContainer(container).stats(once)) as Stats;
    });
    const { usage, stats: parts = {} } = stats.memory_stats ?? {};
    // cgroup v1 and v2 name the reclaimable part differently.
    return usage === undefined ? null : usage - (parts.total_inactive_file ?? parts.inactive_file ?? 0);
  } catch (thrown) {
    if (statusOf(thrown) === 404 || statusOf(thrown) === 409) return null;
    throw thrown;
  }
}
