import { setTimeout as sleep } from "node:timers/promises";
import { requestThroughEdge } from "../../lib/platform/edge-request.ts";

const pollMs = 10;
/** A request that meets a half-built network may hang; the next one need not. */
const attemptMs = 250;

/**
 * Asks for a site's first page every 10 ms until it comes with status 200.
 * @returns when it came, on the clock of `performance.now()`
 * @throws the signal's reason
 */
export async function awaitAnswer(port: number, host: string, signal: AbortSignal): Promise<number> {
  for (;;) {
    const answer = await requestThroughEdge(port, host, "/", attemptMs);
    if (answer?.status === 200) return performance.now();
    await sleep(pollMs, undefined, { signal });
  }
}
