import { randomInt } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { connectDatabase } from "../../lib/db/client.ts";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { connectEngine, type Engine, localEndpoint } from "../../lib/docker/connect.ts";
import { type Home, locateHome } from "../../lib/home.ts";
import { isPortFree } from "../../lib/platform/edge-port.ts";
import { removeNamespace } from "./remove-namespace.ts";
import { type Finished, runCommand } from "./run-command.ts";

export const projectFolder = resolve(import.meta.dirname, "../..");

/** An installation of the bench's own: namespace, home, control database, edge, portal and worker. */
export interface Installation {
  readonly home: Home;
  /** The edge's. */
  readonly port: number;
  readonly engine: Engine;
  /** Tag of the images new stacks get. */
  readonly releaseId: string;
  /** Networks that stacks are cut from. */
  readonly subnetPool: string;
  /** For programs that shall see this installation. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs `./freehold … --json`, which must succeed. */
  freehold(args: readonly string[], signal?: AbortSignal): Promise<Finished>;
}

/**
 * Brings an installation up for as long as the work lasts; nothing of it is left afterwards.
 * @param settings variables of its environment
 */
export async function withInstallation<T>(
  signal: AbortSignal,
  work: (installation: Installation) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const namespace = `fhb${Array.from({ length: 5 }, () => String.fromCharCode(97 + randomInt(26))).join("")}`;
  const env = { ...environment(namespace, `/tmp/freehold-${namespace}`), ...settings };
  const home = locateHome(env);
  const engine = connectEngine(localEndpoint(env));
  const freehold = (args: readonly string[], stop?: AbortSignal): Promise<Finished> =>
    runCommand([join(projectFolder, "freehold"), ...args, "--json"], { env, ...(stop && { signal: stop }) });
  mkdirSync(home.root, { mode: 0o700 });
  try {
    const port = await freePort();
    await freehold(["up", "--detach", "--port", String(port)], signal);
    return await work({ home, port, engine, env, freehold, ...(await readPlacement(home, env)) });
  } finally {
    await freehold(["down"]);
    await removeNamespace(engine, home.namespace);
    rmSync(home.root, { recursive: true, force: true });
    rmSync(home.sockets, { recursive: true, force: true });
  }
}

function environment(namespace: string, home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  // Another installation's settings.
  for (const name of ["DATABASE_URL", "FREEHOLD_SECRET_KEY"]) delete env[name];
  // What nobody asked for must not be beside what is measured, unless it is that.
  const own = { NO_COLOR: "1", FREEHOLD_HOME: home, FREEHOLD_NAMESPACE: namespace, FREEHOLD_DEMO_POOL: "0" };
  return Object.assign(env, own, { PATH: `${dirname(process.execPath)}:${env.PATH}` });
}

/** Below the range that outgoing connections are given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 26_000);
    if (await isPortFree(port)) return port;
  }
}

async function readPlacement(home: Home, env: NodeJS.ProcessEnv): Promise<{ releaseId: string; subnetPool: string }> {
  const db = connectDatabase(databaseUrl(home, env), 1);
  try {
    const release = await db.release.findFirstOrThrow({ orderBy: { createdAt: "desc" }, select: { id: true } });
    const { subnetPool } = await db.engine.findFirstOrThrow({ select: { subnetPool: true } });
    return { releaseId: release.id, subnetPool };
  } finally {
    await db.$disconnect();
  }
}
