import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one with the same pid: this boot, the pid, and when it began
 * in the kernel's ticks. Null when there is no such process (a zombie counts as none).
 */
export function processIdentity(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name in brackets may hold spaces and brackets of its own.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, began] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || began === undefined) return null;
    return `${bootId()} ${pid} ${began}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}

export function isSameProcess(identity: string): boolean {
  const pid = Number(identity.split(" ")[1]);
  return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

const bootId = (): string => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
