import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isSameProcess, processIdentity } from "./process-identity.ts";

const pollMs = 200;
/** An owner who has not written who they are by then was ended in between, or the disk was full. Milliseconds. */
const namelessMs = 5_000;

/**
 * Runs work that only one process on this machine may do at a time, such as a build two
 * installations share. A lock whose owner died is taken over.
 * @param path of the lock file; its folder exists
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.write(processIdentity(process.pid) ?? "");
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const owner = await readFile(path, "utf8");
    if (owner !== "") return !isSameProcess(owner);
    return Date.now() - (await stat(path)).mtimeMs > namelessMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
