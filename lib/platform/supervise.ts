import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Home } from "../home.ts";
import { removePid, writePid } from "./pid-file.ts";
import type { Program } from "./programs.ts";
import { stopProcess } from "./stop-process.ts";

/** Pause before a crashed program is started again: doubled each time, forgotten once it ran a while. */
const backOff = { firstMs: 250, mostMs: 15_000, forgottenAfterMs: 60_000 };
const largestLog = 10 * 1024 * 1024;

export interface Supervisor {
  /** Stops the programs one after the other, in the order they were given. */
  stop(): Promise<void>;
}

/**
 * Starts programs and starts again those that end by themselves. Each runs in a session of its own,
 * so that Ctrl-C reaches us alone and the order of stopping is ours.
 */
export function supervise(home: Home, programs: readonly Program[], say: (text: string) => void): Supervisor {
  let stopping = false;
  const timers = new Set<NodeJS.Timeout>();

  const start = (program: Program, crashes: number): void => {
    const began = Date.now();
    const child = launch(home, program);
    if (child.pid !== undefined) writePid(home, program.name, child.pid);
    let ended = false;
    const onEnd = (how: string): void => {
      if (ended || stopping) return;
      ended = true;
      removePid(home, program.name);
      const streak = Date.now() - began > backOff.forgottenAfterMs ? 0 : crashes;
      const pause = Math.min(backOff.firstMs * 2 ** streak, backOff.mostMs);
      say(
        `The ${program.name} ${how}; starting it again in ${pause / 1000} s (${join(home.log, `${program.name}.log`)})`,
      );
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(program, streak + 1);
      }, pause);
      timers.add(timer);
    };
    child.on("error", (error) => onEnd(`could not be started: ${error.message}`));
    child.on("exit", (code, signal) => onEnd(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  };

  for (const program of programs) start(program, 0);
  return {
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      for (const { name } of programs) await stopProcess(home, name);
    },
  };
}

function launch(home: Home, { name, command, env }: Program): ChildProcess {
  const [file = "", ...args] = command;
  const log = openProgramLog(home, name);
  try {
    return spawn(file, args, { cwd: home.project, env, detached: true, stdio: ["ignore", log, log] });
  } finally {
    closeSync(log);
  }
}

/** One older log is kept, so that logs stay bounded however long we run. */
function openProgramLog(home: Home, name: string): number {
  const path = join(home.log, `${name}.log`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}
