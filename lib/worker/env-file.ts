import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { renderEnvFile } from "../domain/stack-env.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

export const stackFolder = (home: Home, stack: string): string => join(home.stacks, stack);
export const envFile = (home: Home, stack: string): string => join(stackFolder(home, stack), ".env");

/** Writes a stack's `.env` (0600 in a folder 0700) unless it says the same already. @throws home_full */
export async function writeEnvFile(home: Home, stack: string, env: Readonly<Record<string, string>>): Promise<void> {
  const file = envFile(home, stack);
  const text = renderEnvFile(env);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    if ((await readIfThere(file)) === text) return;
    await writeFile(`${file}.new`, text, { mode: 0o600 });
    await chmod(`${file}.new`, 0o600);
    await rename(`${file}.new`, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw failure("home_full", { file }, { cause: error });
    throw error;
  }
}

export const removeStackFolder = (home: Home, stack: string): Promise<void> =>
  rm(stackFolder(home, stack), { recursive: true, force: true });

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
