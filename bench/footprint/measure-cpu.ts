import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { round } from "../support/statistics.ts";
import { type GroupName, groupNames, groupProcesses, type Landmarks } from "./group-processes.ts";
import { type ProcessRow, parseBusyTicks, readProcessTable } from "./process-table.ts";

/** CPU in cores: 1 is one core busy all the time. */
export interface CpuUse {
  readonly groups: Readonly<Record<GroupName, number>>;
  /** All groups together. */
  readonly cores: number;
  /** The whole machine, with everything else that runs on it. */
  readonly machineCores: number;
}

/** The kernel's USER_HZ, 100 on every architecture that Docker runs on. */
const ticksPerSecond = 100;

/**
 * Measures over a while. Processes that begin and end within it count for the machine only.
 * @param durationMs milliseconds
 */
export async function measureCpu(landmarks: Landmarks, durationMs: number, signal: AbortSignal): Promise<CpuUse> {
  const before = new Map(readProcessTable().map((process) => [identity(process), process.ticks]));
  const busyBefore = busyTicks();
  const begun = performance.now();
  await sleep(durationMs, undefined, { signal });
  const ticks = ((performance.now() - begun) / 1000) * ticksPerSecond;
  const busy = busyTicks() - busyBefore;
  const used = Object.fromEntries(groupNames.map((name) => [name, 0])) as Record<GroupName, number>;
  for (const [process, group] of groupProcesses(readProcessTable(), landmarks)) {
    used[group] += process.ticks - (before.get(identity(process)) ?? 0);
  }
  const cores = (value: number): number => round(value / ticks, 4);
  return {
    groups: Object.fromEntries(groupNames.map((name) => [name, cores(used[name])])) as Record<GroupName, number>,
    cores: cores(groupNames.reduce((sum, name) => sum + used[name], 0)),
    machineCores: cores(busy),
  };
}

const identity = ({ pid, startTime }: ProcessRow): string => `${pid} ${startTime}`;
const busyTicks = (): number => parseBusyTicks(readFileSync("/proc/stat", "utf8"));
