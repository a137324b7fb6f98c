import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "./installation.ts";

/** A worker run by a test in place of the installation's own, which must be stopped. */
export interface TestWorker {
  /** Null while it runs. */
  endedBy(): NodeJS.Signals | "exit" | null;
  /** Ends it in order, as the supervisor would. */
  stop(): Promise<void>;
}

const patienceMs = 30_000;
const entry = join(import.meta.dirname, "fault-worker.ts");

/** @param faultAfter it kills itself after so many operations; never when left out */
export function startTestWorker(installation: Installation, faultAfter?: number): TestWorker {
  const log = openSync(join(installation.home, "log", "test-worker.log"), "a", 0o600);
  const env = { ...installation.env, NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [entry], {
    env: faultAfter === undefined ? env : { ...env, FAULT_AFTER: String(faultAfter) },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve, reject) => {
    child.once("exit", () => resolve());
    child.once("error", reject);
  });
  return { endedBy: () => endOf(child), stop: () => stop(child, ended) };
}

/** Does something while the installation's own worker cannot look, so that it is done as one. */
export async function behindItsBack<T>(installation: Installation, work: () => Promise<T>): Promise<T> {
  const pid = installation.workerPid();
  process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

function endOf({ exitCode, signalCode }: ChildProcess): NodeJS.Signals | "exit" | null {
  return signalCode ?? (exitCode === null ? null : "exit");
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (endOf(child) === null) child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  await ended;
  clearTimeout(timer);
}
