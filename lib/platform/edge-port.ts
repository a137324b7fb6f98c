import { createServer } from "node:net";
import { failure } from "../errors.ts";

/** Whether nobody listens on a port, on any address. A port that we may not open ourselves counts as free. */
export function isPortFree(port: number, host = "0.0.0.0"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @throws port_taken */
export async function assertPortFree(port: number): Promise<void> {
  if (!(await isPortFree(port))) throw failure("port_taken", { port });
}

/** Loopback ports for portals; below the range that outgoing connections are given. */
const portalPorts = { first: 23_000, count: 2_000 };

/**
 * A free loopback port for the portal.
 * @param preferred the one it had before
 */
export async function choosePortalPort(preferred: number | undefined, seed: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred, "127.0.0.1"))) return preferred;
  for (let step = 0; step < portalPorts.count; step++) {
    const port = portalPorts.first + ((seed + step) % portalPorts.count);
    if (await isPortFree(port, "127.0.0.1")) return port;
  }
  throw failure("port_taken", { port: portalPorts.first });
}
