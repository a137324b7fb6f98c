import { randomInt } from "node:crypto";
import { isPortFree } from "../../platform/edge-port.ts";

/** Below the range that outgoing connections are given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(26_000, 32_000);
    if (await isPortFree(port)) return port;
  }
}
