import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectEngine, type Engine, localEndpoint } from "../docker/connect.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import { aptInstall, findProgram, inspectMachine, type Machine } from "./apt.ts";
import { withLog } from "./open-log.ts";
import { pingEngine } from "./ping-engine.ts";
import type { Reporter } from "./reporter.ts";
import { runProgram } from "./run-program.ts";

interface InstallOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: Reporter;
  readonly install: boolean;
}

const defaultSocket = "unix:///var/run/docker.sock";
const startSeconds = 30;

/**
 * The Docker Engine this machine uses; installed and started first where there is none. Only an
 * answer from its socket counts: a `docker` command proves nothing.
 * @throws engine_needed, engine_forbidden, engine_not_started, packages_not_installed
 */
export async function ensureEngine(options: InstallOptions): Promise<Engine> {
  const endpoint = localEndpoint(options.env);
  const engine = connectEngine(endpoint);
  const answer = await pingEngine(engine);
  if (answer === "yes") return engine;
  const machine = await inspectMachine(options.env);
  const step = nextStep({
    answer,
    isDefaultSocket: endpoint === defaultSocket,
    mayInstall: options.install,
    hasRoot: machine.asRoot !== null,
    hasApt: machine.hasApt,
    hasDockerd: (await findProgram("dockerd", options.env)) !== null,
  });
  if (step.do === "stop") throw failure(step.code, { endpoint, why: step.why });
  const root = { ...machine, asRoot: machine.asRoot ?? [] };
  if (step.do === "install") {
    options.reporter.say("No Docker Engine answers; installing Debian's (docker.io)");
    await aptInstall(["docker.io", "iptables"], root, options);
  }
  await startEngine(engine, root, options);
  return engine;
}

interface Situation {
  readonly answer: "no" | "forbidden";
  readonly isDefaultSocket: boolean;
  readonly mayInstall: boolean;
  readonly hasRoot: boolean;
  readonly hasApt: boolean;
  readonly hasDockerd: boolean;
}

type Step =
  | { readonly do: "install" | "start" }
  | { readonly do: "stop"; readonly code: "engine_needed" | "engine_forbidden"; readonly why: string };

/** What to do about an engine that does not answer. */
export function nextStep(situation: Situation): Step {
  const stop = (why: string): Step => ({ do: "stop", code: "engine_needed", why });
  if (situation.answer === "forbidden") return { do: "stop", code: "engine_forbidden", why: "" };
  if (!situation.isDefaultSocket) return stop("DOCKER_HOST names it, and it is not ours to start");
  if (!situation.mayInstall) return stop("--no-install was given");
  if (!situation.hasRoot) return stop("that takes root or sudo");
  if (situation.hasDockerd) return { do: "start" };
  return situation.hasApt ? { do: "install" } : stop("this is neither Debian nor Ubuntu");
}

async function startEngine(
  engine: Engine,
  machine: Machine & { asRoot: readonly string[] },
  options: InstallOptions,
): Promise<void> {
  // The package may have started it already.
  if ((await pingEngine(engine)) === "yes") return;
  options.reporter.say("Starting the Docker Engine");
  const log = join(options.home.log, "dockerd.log");
  const hasSystemd = existsSync("/run/systemd/system");
  if (hasSystemd) {
    await withLog(options.home, "dockerd", (file) =>
      runProgram([...machine.asRoot, "systemctl", "start", "docker"], { env: options.env, log: file.handle }),
    );
  } else {
    await startDaemon(machine.asRoot, options.env, log);
  }
  const deadline = Date.now() + startSeconds * 1000;
  let answer = await pingEngine(engine);
  while (answer !== "yes" && Date.now() < deadline) {
    await sleep(200);
    answer = await pingEngine(engine);
  }
  if (answer === "forbidden") throw failure("engine_forbidden", { endpoint: engine.endpoint });
  if (answer === "no") {
    const why = hasSystemd ? "systemctl start docker did not bring it up" : "dockerd did not come up";
    throw failure("engine_not_started", { seconds: startSeconds, why, log: hasSystemd ? "journalctl -u docker" : log });
  }
}

/** In its own session, so that it outlives us; Debian's init script fails where ulimits cannot be raised. */
async function startDaemon(asRoot: readonly string[], env: NodeJS.ProcessEnv, logPath: string): Promise<void> {
  const dockerd = (await findProgram("dockerd", env)) ?? "dockerd";
  const [program = "", ...args] = [...asRoot, dockerd];
  const log = openSync(logPath, "a", 0o600);
  const path = [env.PATH, "/usr/sbin", "/sbin"].filter(Boolean).join(":");
  const child = spawn(program, args, { detached: true, stdio: ["ignore", log, log], env: { ...env, PATH: path } });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  child.unref();
}
