import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Home } from "../home.ts";
import { isSameProcess, processIdentity } from "./process-identity.ts";

export const processNames = ["portal", "worker", "supervisor"] as const;
export type ProcessName = (typeof processNames)[number];

/** Holds the pid alone, for people and scripts. */
export const pidFile = (home: Home, name: ProcessName): string => join(home.run, `${name}.pid`);
/** What tells our process from a stranger who was given its pid later. */
const identityFile = (home: Home, name: ProcessName): string => join(home.run, `${name}.identity`);

export function writePid(home: Home, name: ProcessName, pid: number): void {
  writeFileSync(identityFile(home, name), processIdentity(pid) ?? "", { mode: 0o600 });
  writeFileSync(pidFile(home, name), `${pid}\n`, { mode: 0o600 });
}

/** The pid of our running process, or null when it ended, whatever the files say. */
export function livePid(home: Home, name: ProcessName): number | null {
  const identity = readIfThere(identityFile(home, name));
  return identity !== "" && isSameProcess(identity) ? Number(identity.split(" ")[1]) : null;
}

/** The process that owns the file takes it away when it ends, at any moment. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

export function removePid(home: Home, name: ProcessName): void {
  rmSync(pidFile(home, name), { force: true });
  rmSync(identityFile(home, name), { force: true });
}
