import { setTimeout as sleep } from "node:timers/promises";
import { failure } from "../errors.ts";
import { requestThroughEdge } from "./edge-request.ts";

const deadlineSeconds = 20;
const pollMs = 30;

/** Waits until the edge answers anything at all. @throws edge_away */
export async function awaitEdge(port: number): Promise<void> {
  const deadline = Date.now() + deadlineSeconds * 1000;
  while ((await requestThroughEdge(port, "localhost", "/", 2_000)) === null) {
    if (Date.now() > deadline)
      throw failure("edge_away", { why: `nothing on port ${port} within ${deadlineSeconds} s` });
    await sleep(pollMs);
  }
}
