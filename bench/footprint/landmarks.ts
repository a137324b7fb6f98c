import { guardService, label, platformStack } from "../../lib/domain/names.ts";
import { livePid } from "../../lib/platform/pid-file.ts";
import type { Installation } from "../support/installation.ts";
import type { Landmarks } from "./group-processes.ts";

/** Where this installation's processes and containers are. @throws when one of them does not run */
export async function findLandmarks({ home, engine }: Installation): Promise<Landmarks> {
  const containers = await engine.docker.listContainers({
    filters: { label: [`${label.namespace}=${home.namespace}`] },
  });
  const ofPlatform = (service: string): string => {
    const found = containers.find(
      ({ Labels }) => Labels[label.stack] === platformStack && Labels[label.composeService] === service,
    );
    if (!found) throw new Error(`the container of ${service} does not run`);
    return found.Id;
  };
  return {
    portalPid: runningPid(livePid(home, "portal"), "portal"),
    workerPid: runningPid(livePid(home, "worker"), "worker"),
    stackContainers: new Set(
      containers.filter(({ Labels }) => Labels[label.stack] !== platformStack).map(({ Id }) => Id),
    ),
    edgeContainer: ofPlatform("edge"),
    guardContainer: ofPlatform(guardService),
    controlDatabaseContainer: ofPlatform("controldb"),
  };
}

function runningPid(pid: number | null, name: string): number {
  if (pid === null) throw new Error(`the ${name} does not run`);
  return pid;
}
