import type { ProjectSpec } from "../domain/spec.ts";
import type { ObservedStack, ServiceState } from "../domain/status.ts";
import type { ContainerState, ObservedProject } from "./observed.ts";

const states: Readonly<Record<ContainerState, ServiceState>> = {
  running: "running",
  created: "starting",
  restarting: "starting",
  paused: "stopped",
  exited: "stopped",
  dead: "stopped",
  removing: "stopped",
};

/** What people are shown of a look at a stack. */
export function summarise(spec: ProjectSpec, observed: ObservedProject, ready: boolean): ObservedStack {
  const services = spec.services.map(({ name }) => {
    const container = observed.containers.find(({ service }) => service === name);
    return [
      name,
      { state: container ? states[container.state] : ("missing" as const), containerId: container?.id ?? null },
    ] as const;
  });
  return { services: Object.fromEntries(services), ready };
}
