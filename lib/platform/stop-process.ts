import { setTimeout as sleep } from "node:timers/promises";
import type { Home } from "../home.ts";
import { livePid, type ProcessName, removePid } from "./pid-file.ts";

const pollMs = 20;

/** Seconds a process is given to end by itself before it is killed. */
const patience: Record<ProcessName, number> = { portal: 10, worker: 30, supervisor: 45 };

/**
 * Ends one of our processes: SIGTERM, then SIGKILL when it takes too long.
 * @returns whether it ran
 */
export async function stopProcess(home: Home, name: ProcessName): Promise<boolean> {
  const pid = livePid(home, name);
  if (pid === null) {
    removePid(home, name);
    return false;
  }
  signal(pid, "SIGTERM");
  const deadline = Date.now() + patience[name] * 1000;
  while (livePid(home, name) !== null) {
    if (Date.now() > deadline) signal(pid, "SIGKILL");
    await sleep(pollMs);
  }
  removePid(home, name);
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended in between.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Ends portal and worker, in this order, and first of all who would start them again.
 * @returns the names of those that ran
 */
export async function stopProcesses(home: Home): Promise<ProcessName[]> {
  const stopped: ProcessName[] = [];
  const running = (["portal", "worker"] as const).filter((name) => livePid(home, name) !== null);
  const supervised = await stopProcess(home, "supervisor");
  for (const name of ["portal", "worker"] as const) {
    if ((await stopProcess(home, name)) || (supervised && running.includes(name))) stopped.push(name);
  }
  return stopped;
}
