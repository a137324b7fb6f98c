import { spawn } from "node:child_process";
import type { FileHandle } from "node:fs/promises";

export interface ProgramResult {
  readonly code: number | null;
  /** Last lines of what it wrote, for messages. */
  readonly tail: string;
}

interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly log: FileHandle;
}

const tailLines = 5;

/**
 * Runs a program to its end without a shell; all it writes goes to the log.
 * @throws the system's error when it cannot be started at all
 */
export async function runProgram(command: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const [program = "", ...args] = command;
  await options.log.write(`$ ${command.join(" ")}\n`);
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  let tail: string[] = [];
  const keep = async (stream: NodeJS.ReadableStream): Promise<void> => {
    for await (const chunk of stream) {
      tail = (tail.join("\n") + String(chunk)).split("\n").slice(-tailLines - 1);
      await options.log.write(String(chunk));
    }
  };
  const [code] = await Promise.all([ended, keep(child.stdout), keep(child.stderr)]);
  return { code, tail: tail.join("\n").trim() };
}
