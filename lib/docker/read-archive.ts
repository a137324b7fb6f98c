import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";

/**
 * Writes a folder of a container into `out` as a tar, volumes included. The container need not run.
 * @param seconds deadline of the whole copy
 * @returns false when there is no such folder; nothing was written then
 */
export async function readArchive(
  engine: Engine,
  container: string,
  path: string,
  out: Writable,
  seconds: number,
): Promise<boolean> {
  try {
    await callEngine(engine.endpoint, `read ${path} of ${container}`, seconds, async (signal) => {
      const archive = await engine.docker.getContainer(container).getArchive({ path, abortSignal: signal });
      await pipeline(archive, out, { signal });
    });
    return true;
  } catch (thrown) {
    out.destroy();
    if (statusOf(thrown) === 404) return false;
    throw thrown;
  }
}
