import { basename } from "node:path";
import type { ProcessRow } from "./process-table.ts";

export const groupNames = [
  "portal",
  "worker",
  "engine",
  "shims",
  "edge",
  "guard",
  "controlDatabase",
  "stacks",
] as const;
export type GroupName = (typeof groupNames)[number];

/** What tells the groups apart. */
export interface Landmarks {
  readonly portalPid: number;
  readonly workerPid: number;
  /** Full container ids. */
  readonly stackContainers: ReadonlySet<string>;
  readonly edgeContainer: string;
  readonly guardContainer: string;
  readonly controlDatabaseContainer: string;
}

const enginePrograms = new Set(["dockerd", "containerd", "docker-proxy"]);
const containerId = /[0-9a-f]{64}/;

/** Whose a process is; null for a stranger's, such as another installation's. */
export function groupProcesses(processes: readonly ProcessRow[], landmarks: Landmarks): Map<ProcessRow, GroupName> {
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const { stackContainers, edgeContainer, guardContainer, controlDatabaseContainer } = landmarks;
  const containers = new Set([...stackContainers, edgeContainer, guardContainer, controlDatabaseContainer]);

  const descendsFrom = (process: ProcessRow, ancestor: number): boolean => {
    for (let at: ProcessRow | undefined = process; at; at = byPid.get(at.parent)) if (at.pid === ancestor) return true;
    return false;
  };
  const groupOf = (process: ProcessRow): GroupName | null => {
    const program = basename(process.command[0] ?? "");
    if (program.startsWith("containerd-shim")) {
      return process.command.some((argument) => containers.has(argument)) ? "shims" : null;
    }
    const container = containerId.exec(process.cgroup)?.[0] ?? "";
    if (stackContainers.has(container)) return "stacks";
    if (container === edgeContainer) return "edge";
    if (container === guardContainer) return "guard";
    if (container === controlDatabaseContainer) return "controlDatabase";
    if (enginePrograms.has(program)) return "engine";
    if (descendsFrom(process, landmarks.portalPid)) return "portal";
    if (descendsFrom(process, landmarks.workerPid)) return "worker";
    return null;
  };
  return new Map(
    processes.flatMap((process) => {
      const group = groupOf(process);
      return group === null ? [] : [[process, group] as const];
    }),
  );
}
