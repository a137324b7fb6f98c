import { type Installation, withInstallation } from "../support/installation.ts";
import { describeMachine, type Machine } from "../support/machine.ts";
import { onboardMany } from "../support/onboard-many.ts";
import { say } from "../support/say.ts";
import { round } from "../support/statistics.ts";
import { awaitIdle } from "./await-idle.ts";
import type { GroupName, Landmarks } from "./group-processes.ts";
import { findLandmarks } from "./landmarks.ts";
import { measureCpu } from "./measure-cpu.ts";
import { readAvailableMiB, readChargedMiB } from "./measure-memory.ts";

export interface FootprintReport {
  readonly stacks: number;
  /** By the host: what MemAvailable fell by, shims and the engine's growth included. */
  readonly perStackMiB: number;
  /** Cross-check by control groups: processes and kernel memory of the containers alone. */
  readonly perStackChargedMiB: number;
  /** Portal, worker, engine, shims, edge, control database and stacks together, in cores. */
  readonly idleCores: number;
  readonly idleCoresByGroup: Readonly<Record<GroupName, number>>;
  /** The same without any stack. */
  readonly emptyCores: number;
  /** The whole machine in that time, by /proc/stat. */
  readonly machineCores: number;
  /** False when CPU use had not settled before it was measured. */
  readonly settled: boolean;
  /** How long idle CPU was measured. */
  readonly seconds: number;
  readonly machine: Machine;
}

const idleMs = 60_000;
const emptyMs = 15_000;

/** Measures what stacks cost that nobody visits. Everything else on the machine should be quiet. */
export function benchFootprint({ stacks, signal }: { stacks: number; signal: AbortSignal }): Promise<FootprintReport> {
  say("Bringing up an installation for the measurement …");
  return withInstallation(signal, async (installation) => {
    const none = await findLandmarks(installation);
    await awaitIdle(none, signal);
    const empty = await measureCpu(none, emptyMs, signal);
    const availableBefore = readAvailableMiB();

    say(`Bringing up ${stacks} stacks …`);
    await onboardMany(installation, stacks, signal);
    const landmarks = await findLandmarks(installation);
    say("Waiting until they are idle …");
    const settled = await awaitIdle(landmarks, signal);
    say(`Measuring for ${idleMs / 1000} seconds …`);
    const cpu = await measureCpu(landmarks, idleMs, signal);
    const memory = await measureMemory(installation, landmarks, stacks, availableBefore);
    return {
      stacks,
      ...memory,
      idleCores: cpu.cores,
      idleCoresByGroup: cpu.groups,
      emptyCores: empty.cores,
      machineCores: cpu.machineCores,
      settled,
      seconds: idleMs / 1000,
      machine: await describeMachine(installation.engine),
    };
  });
}

async function measureMemory(
  { engine }: Installation,
  { stackContainers }: Landmarks,
  stacks: number,
  availableBefore: number,
): Promise<Pick<FootprintReport, "perStackMiB" | "perStackChargedMiB">> {
  const fallen = availableBefore - readAvailableMiB();
  const charged = await readChargedMiB(engine, stackContainers);
  return { perStackMiB: round(fallen / stacks, 1), perStackChargedMiB: round(charged / stacks, 1) };
}
