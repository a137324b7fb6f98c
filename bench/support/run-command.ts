import { spawn } from "node:child_process";

export interface Finished {
  readonly stdout: string;
  /** `performance.now()` right before the process was made, and when it had ended. */
  readonly startedAt: number;
  readonly endedAt: number;
}

interface CommandOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program to its end, without a shell.
 * @throws with what it wrote when it ends with another code than 0; AbortError
 */
export function runCommand([program = "", ...args]: readonly string[], options: CommandOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const all: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => {
      out.push(chunk);
      all.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => all.push(chunk));
    child.once("error", reject);
    child.once("exit", (code, killedBy) => {
      const endedAt = performance.now();
      // What a program left behind (as `up --detach` does) may hold our pipes open; what it wrote itself is there by now.
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        if (code === 0) resolve({ stdout: Buffer.concat(out).toString("utf8"), startedAt, endedAt });
        else
          reject(
            new Error(`${program} ${args.join(" ")} ended with ${code ?? killedBy}:\n${Buffer.concat(all).toString()}`),
          );
      });
    });
  });
}
