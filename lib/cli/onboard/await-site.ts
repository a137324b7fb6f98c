import { setTimeout as sleep } from "node:timers/promises";
import { type FreeholdError, failure } from "../../errors.ts";
import { requestThroughEdge } from "../../platform/edge-request.ts";

const pollMs = 10;
const requestMs = 5_000;

/**
 * Asks for the site's first page through the edge, as a visitor would, until it comes with status 200.
 * @param deadline milliseconds on the clock of `performance.now()`
 * @throws what `onTimeout` makes of the last answer; port_taken
 */
export async function awaitSite(
  url: string,
  port: number,
  deadline: number,
  onTimeout: (why: string) => FreeholdError,
): Promise<void> {
  const { hostname } = new URL(url);
  for (;;) {
    const answer = await requestThroughEdge(port, hostname, "/", requestMs);
    if (answer?.status === 200) return assertOurEdge(port);
    if (performance.now() > deadline) {
      throw onTimeout(answer ? `its site answers with status ${answer.status}` : "the edge does not answer");
    }
    await sleep(pollMs);
  }
}

/**
 * A stranger on the port may answer whatever it is asked; our edge knows nobody by this name.
 * @throws port_taken
 */
async function assertOurEdge(port: number): Promise<void> {
  const answer = await requestThroughEdge(port, "nobody.invalid", "/", requestMs);
  if (answer?.status === 200) throw failure("port_taken", { port });
}
