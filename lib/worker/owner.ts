import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Who holds a lease: host, process id and the process's start time, so that a process that was
 * given a dead one's id is not taken for it.
 */
export function workerOwner(pid = process.pid): string {
  return `${hostname()}:${pid}:${startTicks(pid) ?? 0}`;
}

/** Whether the owner is a process of this host that is gone. Another host's owner never is. */
export function ownerIsDead(owner: string): boolean {
  const [host, pid, ticks] = owner.split(":");
  if (host !== hostname() || !pid || !ticks) return false;
  return startTicks(Number(pid)) !== Number(ticks);
}

/** Field 22 of /proc/<pid>/stat (proc_pid_stat(5)); null when there is no such process. */
function startTicks(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return afterName[0] === "Z" ? null : Number(afterName[19]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as NodeJS.ErrnoException).code === "ESRCH")
      return null;
    throw error;
  }
}
