import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Something on this machine that takes TCP connections. */
export interface Listener {
  readonly port: number;
  /** Whether only this machine itself can reach it. */
  readonly loopback: boolean;
  readonly pids: readonly number[];
}

/** All of this machine's listeners, from the kernel's own tables. */
export function hostListeners(): Listener[] {
  const owners = socketOwners();
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === listening)
      .map((fields) => {
        const [address = "", port = ""] = (fields[1] ?? "").split(":");
        return {
          port: Number.parseInt(port, 16),
          loopback: loopback.test(address),
          pids: owners.get(fields[9] ?? "") ?? [],
        };
      }),
  );
}

const listening = "0A";
/** 127.x.y.z, ::1 and ::ffff:127.x.y.z, in the kernel's spelling. */
const loopback = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/;

/** Which processes hold a socket, by its inode; those we may not look into are left out. */
function socketOwners(): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    for (const inode of socketsOf(pid)) owners.set(inode, [...(owners.get(inode) ?? []), Number(pid)]);
  }
  return owners;
}

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((number) => {
      const target = readlinkIfThere(`/proc/${pid}/fd/${number}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    });
  } catch (error) {
    return whenGone(error, []);
  }
}

function readlinkIfThere(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    return whenGone(error, "");
  }
}

/** Whether a process was started for an installation: ours carry its namespace, containers their id. */
export function isProcessOf(pid: number, namespace: string, containerIds: readonly string[]): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    const cgroup = readFileSync(`/proc/${pid}/cgroup`, "utf8");
    return environment.includes(`FREEHOLD_NAMESPACE=${namespace}`) || containerIds.some((id) => cgroup.includes(id));
  } catch (error) {
    return whenGone(error, false);
  }
}

/** Processes and their files end while they are looked at; others' are not ours to look at. */
function whenGone<T>(error: unknown, value: T): T {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (["ENOENT", "ESRCH", "EACCES", "EPERM"].includes(code)) return value;
  throw error;
}
