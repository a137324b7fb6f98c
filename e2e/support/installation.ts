import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Docker from "dockerode";
import pg from "pg";
import { inject } from "vitest";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { locateHome } from "../../lib/home.ts";
import { isPortFree } from "../../lib/platform/edge-port.ts";
import { homeOf, type Inventory, inventory, newNamespace, ownerFileOf, removeInstallation } from "./namespace.ts";
import { type Answer, request } from "./request.ts";
import { type Ran, type RunOptions, runProgram } from "./run-program.ts";

/** A whole installation of its own: namespace, home, control database, edge, portal and worker. */
export interface Installation {
  readonly namespace: string;
  readonly home: string;
  /** The edge's. */
  readonly port: number;
  /** For child processes that shall see this installation. */
  readonly env: NodeJS.ProcessEnv;
  readonly docker: Docker;
  /** Runs ./freehold. */
  cli(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Runs ./freehold … --json, which must succeed. */
  json<T>(args: readonly string[], options?: RunOptions): Promise<T>;
  /** Asks the edge as a browser would. */
  get(host: string, path?: string): Promise<Answer>;
  /** Asks the control database. */
  sql<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** What Docker holds of this namespace, without the platform's own. */
  inventory(): Promise<Inventory>;
  workerPid(): number;
  /** Ends everything and removes all of it. */
  destroy(): Promise<void>;
}

export const projectFolder = resolve(import.meta.dirname, "../..");
const upMs = 600_000;

/** Brings up an installation that the caller must destroy. The run after a crash removes what is left. */
export async function startInstallation(): Promise<Installation> {
  const namespace = newNamespace();
  mkdirSync(homeOf(namespace), { mode: 0o700 });
  writeFileSync(ownerFileOf(namespace), inject("testRun"));
  const installation = describeInstallation(namespace, await freePort());
  const ran = await installation.cli(["up", "--detach", "--port", String(installation.port)], { timeoutMs: upMs });
  if (ran.code === 0) return installation;
  await installation.destroy();
  throw new Error(`./freehold up ended with ${ran.code}:\n${ran.stderr}`);
}

/** The installation for tests that leave platform and engine as they are; the first that asks brings it up. */
export async function sharedInstallation(): Promise<Installation> {
  const file = inject("sharedFile");
  if (existsSync(file)) {
    const { namespace, port } = JSON.parse(readFileSync(file, "utf8")) as { namespace: string; port: number };
    return describeInstallation(namespace, port);
  }
  const installation = await startInstallation();
  writeFileSync(file, JSON.stringify({ namespace: installation.namespace, port: installation.port }));
  return installation;
}

function describeInstallation(namespace: string, port: number): Installation {
  const root = homeOf(namespace);
  const docker = new Docker({ socketPath: "/var/run/docker.sock" });
  const env = environment(namespace, root);
  const home = locateHome(env);
  const cli = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
    runProgram([join(projectFolder, "freehold"), ...args], { ...env, ...options.env }, options);
  return {
    namespace,
    home: root,
    port,
    env,
    docker,
    cli,
    json: async <T>(args: readonly string[], options?: RunOptions): Promise<T> => {
      const ran = await cli([...args, "--json"], options);
      if (ran.code !== 0)
        throw new Error(`freehold ${args.join(" ")} ended with ${ran.code}:\n${ran.stdout}${ran.stderr}`);
      return JSON.parse(ran.stdout) as T;
    },
    get: (host, path = "/") => request(port, host, path),
    sql: async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> => {
      const client = new pg.Client({ connectionString: databaseUrl(home, env), connectionTimeoutMillis: 5_000 });
      await client.connect();
      try {
        return (await client.query(text, [...values])).rows as T[];
      } finally {
        await client.end();
      }
    },
    inventory: () => inventory(docker, namespace),
    workerPid: () => Number(readFileSync(join(home.run, "worker.pid"), "utf8")),
    destroy: () => removeInstallation(docker, namespace),
  };
}

function environment(namespace: string, home: string): NodeJS.ProcessEnv {
  const env: Record<string, string | undefined> = {
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    NO_COLOR: "1",
    FREEHOLD_HOME: home,
    FREEHOLD_NAMESPACE: namespace,
    // Where the tests' receivers listen.
    FREEHOLD_OUTBOUND_ALLOWED: "127.0.0.1",
    // Stacks that nobody asked for would take a core and be in every count.
    FREEHOLD_DEMO_POOL: process.env.FREEHOLD_DEMO_POOL ?? "0",
  };
  // The test runner's own mode, and another installation's settings.
  for (const name of ["NODE_ENV", "DATABASE_URL", "FREEHOLD_SECRET_KEY"]) delete env[name];
  return env as NodeJS.ProcessEnv;
}

/** Below the range that outgoing connections are given, above the portals'. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(26_000, 32_000);
    if (await isPortFree(port)) return port;
  }
}
