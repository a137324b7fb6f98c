import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { promisify } from "node:util";
import type Docker from "dockerode";
import { label } from "../../lib/domain/names.ts";
import { processIdentity } from "../../lib/platform/process-identity.ts";
import { eventually } from "./eventually.ts";

/** Stopping and starting the machine's own Docker Engine. */

const pidFile = "/var/run/docker.pid";
const stopMs = 60_000;
const startMs = 60_000;

/**
 * Names of other people's running containers; with any, the engine is not ours to restart. Those of
 * Freehold installations are made to withstand it, and a machine that runs CI is there for this.
 */
export async function strangersOn(docker: Docker, env: NodeJS.ProcessEnv): Promise<string[]> {
  if (env.CI === "true") return [];
  const running = await docker.listContainers();
  return running
    .filter(({ Labels }) => Labels[label.namespace] === undefined)
    .map(({ Names }) => (Names[0] ?? "").slice(1));
}

/** Restarts the engine the way it was started: by systemd, or as a daemon of its own. */
export async function restartEngine(docker: Docker): Promise<void> {
  if (existsSync("/run/systemd/system")) {
    await promisify((done: (error: Error | null) => void) => {
      const child = spawn("systemctl", ["restart", "docker"], { stdio: "ignore" });
      child.once("error", done);
      child.once("exit", (code) => done(code === 0 ? null : new Error(`systemctl ended with ${code}`)));
    })();
  } else {
    await restartDaemon();
  }
  await eventually(() => docker.ping(), { timeoutMs: startMs });
}

async function restartDaemon(): Promise<void> {
  const pid = Number(readFileSync(pidFile, "utf8"));
  const identity = processIdentity(pid);
  const [program = "dockerd", ...args] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  const output = readlinkSync(`/proc/${pid}/fd/1`);
  process.kill(pid, "SIGTERM");
  await eventually(
    () => {
      if (processIdentity(pid) === identity) throw new Error("dockerd still runs");
    },
    { timeoutMs: stopMs },
  );
  const log = openSync(existsSync(output) ? output : "/dev/null", "a");
  const env = Object.fromEntries(
    environment.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
  spawn(program, args, { detached: true, stdio: ["ignore", log, log], env: env as NodeJS.ProcessEnv }).unref();
  closeSync(log);
}
