import { cpus, release, totalmem } from "node:os";
import { type Engine, engineInfo } from "../../lib/docker/connect.ts";

/** What a number was measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryMiB: number;
  readonly kernel: string;
  readonly engineVersion: string;
}

export async function describeMachine(engine: Engine): Promise<Machine> {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model ?? "unknown",
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    kernel: release(),
    engineVersion: (await engineInfo(engine)).version,
  };
}

export const machineLine = ({ cores, processor, memoryMiB, kernel, engineVersion }: Machine): string =>
  `${cores} cores (${processor}), ${Math.round(memoryMiB / 1024)} GiB, Linux ${kernel}, Docker Engine ${engineVersion}`;
