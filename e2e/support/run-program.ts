import { spawn } from "node:child_process";

export interface Ran {
  /** Exit code; 128 and more when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const killedByUs = 137;

/** Runs a program to its end; one that takes longer than `timeoutMs` (default 180,000) is killed. */
export function runProgram(
  [program = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  { input = "", timeoutMs = 180_000 }: Omit<RunOptions, "env"> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: "pipe" });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("error", reject);
    // "exit" and not "close": a program left behind may keep our pipes open.
    child.once("exit", (code) => {
      clearTimeout(timer);
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code: code ?? killedByUs, stdout: text(out), stderr: text(err) });
      });
    });
    // A program that ends without reading its input is no error here.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString("utf8");
