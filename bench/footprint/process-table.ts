import { readdirSync, readFileSync } from "node:fs";

export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** Tells a process from a later one with the same pid. */
  readonly startTime: string;
  readonly command: readonly string[];
  /** Text of `/proc/<pid>/cgroup`, which names the container. */
  readonly cgroup: string;
  /** User and system time together, in clock ticks. */
  readonly ticks: number;
}

/** Parses `/proc/<pid>/stat`; the program's name may hold spaces and brackets. */
export function parseStat(text: string): Pick<ProcessRow, "pid" | "parent" | "startTime" | "ticks"> {
  // Numbered from the third field on: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const field = (number: number): string => fields[number - 3] ?? "";
  return {
    pid: Number.parseInt(text, 10),
    parent: Number(field(4)),
    startTime: field(22),
    ticks: Number(field(14)) + Number(field(15)),
  };
}

/** Every process there is now. */
export function readProcessTable(): ProcessRow[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, "utf8");
        return [{ ...parseStat(read("stat")), command: read("cmdline").split("\0"), cgroup: read("cgroup") }];
      } catch (error) {
        // It ended while we read it.
        if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
        throw error;
      }
    });
}

/** Ticks in which any core worked, from the first line of `/proc/stat`. */
export function parseBusyTicks(text: string): number {
  const [user = 0, nice = 0, system = 0, _idle, _ioWait, irq = 0, softIrq = 0] = (text.split("\n")[0] ?? "")
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return user + nice + system + irq + softIrq;
}
