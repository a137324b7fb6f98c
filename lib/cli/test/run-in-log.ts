import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import type { RunInLog } from "./part.ts";

/**
 * Runs programs one after another without a shell or a terminal, everything they write in one file.
 * @param env what they all are given
 */
export function runInLog(logFile: string, project: string, env: NodeJS.ProcessEnv): RunInLog {
  return async ([program = "", ...args], { cwd = project, env: more = {} } = {}) => {
    const log = openSync(logFile, "a", 0o600);
    try {
      writeSync(log, `$ ${[program, ...args].join(" ")}\n`);
      const begin = statSync(logFile).size;
      // Straight into the file: no pipe that a process left behind could keep open.
      const child = spawn(program, args, { cwd, env: { ...env, ...more }, stdio: ["ignore", log, log] });
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", resolve);
      });
      return { code, output: readFileSync(logFile).subarray(begin).toString("utf8") };
    } finally {
      closeSync(log);
    }
  };
}
