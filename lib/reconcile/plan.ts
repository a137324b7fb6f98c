import type { Restart } from "../domain/cure.ts";
import { label } from "../domain/names.ts";
import { byDependents, dependenciesOf } from "../domain/service-order.ts";
import type { NetworkSpec, ProjectSpec, ServiceSpec, VolumeSpec } from "../domain/spec.ts";
import type { ObservedContainer, ObservedProject } from "./observed.ts";

/** What we want of a project's containers. */
export type Wanted = "running" | "stopped" | "absent";

/** One Docker call. */
export type Action =
  | { readonly kind: "create-network"; readonly network: NetworkSpec }
  | { readonly kind: "remove-network"; readonly name: string }
  | { readonly kind: "create-volume"; readonly volume: VolumeSpec }
  | { readonly kind: "remove-volume"; readonly name: string }
  | { readonly kind: "create-container"; readonly service: ServiceSpec }
  | { readonly kind: "start-container"; readonly name: string }
  | { readonly kind: "unpause-container"; readonly name: string }
  | { readonly kind: "restart-container"; readonly name: string; readonly timeout: number }
  | { readonly kind: "stop-container"; readonly name: string; readonly timeout: number }
  | { readonly kind: "remove-container"; readonly name: string }
  | {
      readonly kind: "connect-network";
      readonly name: string;
      readonly network: string;
      readonly address: string | null;
    }
  | { readonly kind: "disconnect-network"; readonly name: string; readonly network: string };

export interface PlannedOperation {
  /** Unique within its plan, e.g. `create-container db`. */
  readonly id: string;
  readonly action: Action;
  /** What it acts on, in the words of the compose file. */
  readonly target: string;
  readonly cause: string;
  /** Ids of operations that must have succeeded before. */
  readonly after: readonly string[];
}

/** Why a plan would do harm and is not made. */
export interface Blocked {
  readonly code: "volume_missing";
  readonly volume: string;
}

export interface Plan {
  readonly operations: readonly PlannedOperation[];
  readonly blocked: Blocked | null;
}

/**
 * Plans the difference between what should be and what is. Pure: the same input gives the same plan.
 * @param dataVolumes full names of volumes known to hold data; a missing one blocks the plan
 * @param restarts services to be started anew; one that is not up is started anyway
 */
export function plan(
  spec: ProjectSpec,
  wanted: Wanted,
  observed: ObservedProject,
  dataVolumes: readonly string[] = [],
  restarts: readonly Restart[] = [],
): Plan {
  if (wanted === "absent") return { operations: planAbsence(spec, observed), blocked: null };
  if (wanted === "stopped") return { operations: planStop(spec, observed), blocked: null };
  const lost = dataVolumes.find((name) => !observed.volumes.includes(name));
  if (lost !== undefined) return { operations: [], blocked: { code: "volume_missing", volume: lost } };
  return { operations: planPresence(spec, observed, restarts), blocked: null };
}

/** The plan as text, an operation a line. */
export function printPlan({ operations, blocked }: Plan): string {
  if (blocked) return `blocked: ${blocked.code} ${blocked.volume}`;
  if (operations.length === 0) return "nothing to do";
  return operations
    .map(({ id, cause, after }) => `${id}: ${cause}${after.length > 0 ? ` [after ${after.join(", ")}]` : ""}`)
    .join("\n");
}

function planPresence(spec: ProjectSpec, observed: ObservedProject, restarts: readonly Restart[]): PlannedOperation[] {
  const networkFaults = findNetworkFaults(spec, observed);
  const operations: PlannedOperation[] = [];
  const add = (action: Action, target: string, cause: string, after: string[] = []): string => {
    const id = `${action.kind} ${target}`;
    operations.push({ id, action, target, cause, after });
    return id;
  };

  // A network cannot be changed in place, and a container keeps the id of the one it was made on:
  // everything on a wrong or missing network makes way first.
  const doomed = new Set<ObservedContainer>();
  for (const container of observed.containers) {
    const service = spec.services.find(({ name }) => name === container.service);
    if (replaceCause(service, container, networkFaults) !== null) doomed.add(container);
  }
  const removals = new Map<string, string>();
  for (const container of [...doomed].sort(byDependents(spec))) {
    const service = spec.services.find(({ name }) => name === container.service);
    const cause = replaceCause(service, container, networkFaults) ?? "";
    const target = targetOf(spec, container);
    const after = stopFirst(container, target, service, cause, add);
    removals.set(container.name, add({ kind: "remove-container", name: container.name }, target, cause, after));
  }

  const created: string[] = [];
  // Docker looks a container's network up when it starts, so a first network is made beside the containers.
  const createdBeside: string[] = [];
  for (const network of spec.networks) {
    const fault = networkFaults.get(network.name);
    if (fault === undefined) continue;
    const after = [...removals.values()];
    if (observed.networks[network.name] === undefined) {
      const id = add({ kind: "create-network", network }, network.key, fault, after);
      (after.length === 0 ? createdBeside : created).push(id);
      continue;
    }
    const removal = add({ kind: "remove-network", name: network.name }, network.key, fault, after);
    created.push(add({ kind: "create-network", network }, network.key, "it was just removed", [removal]));
  }
  for (const volume of spec.volumes) {
    if (observed.volumes.includes(volume.name)) continue;
    created.push(add({ kind: "create-volume", volume }, volume.key, `there is no volume ${volume.name}`));
  }

  const restarted = new Map(
    restarts
      .filter(({ service }) =>
        observed.containers.some(
          (container) => container.service === service && !doomed.has(container) && runs(container),
        ),
      )
      .map((restart) => [restart.service, restart]),
  );
  const startedFirst: string[] = [];
  for (const service of [...spec.services].sort((a, b) => Number(startsFirst(b)) - Number(startsFirst(a)))) {
    const container = observed.containers.find(
      (candidate) => candidate.service === service.name && !doomed.has(candidate),
    );
    if (!container) {
      const removed = removals.get(service.container);
      const cause = removed ? "it was just removed" : `there is no container ${service.container}`;
      const create = add({ kind: "create-container", service }, service.name, cause, [
        ...created,
        ...removalsBefore(spec, service, doomed, removals),
      ]);
      const start = add({ kind: "start-container", name: service.container }, service.name, "it was just created", [
        create,
        ...createdBeside,
        ...(startsFirst(service) ? [] : startedFirst),
      ]);
      if (startsFirst(service)) startedFirst.push(start);
      continue;
    }
    const before = planRepair(service, container, removalsBefore(spec, service, doomed, removals), add);
    const restart = restarted.get(service.name);
    if (!restart) continue;
    const after = dependenciesOf(spec, service.name).filter((name) => restarted.has(name));
    add(
      { kind: "restart-container", name: container.name, timeout: restart.timeout ?? service.stopTimeout },
      service.name,
      restart.cause,
      [...before, ...after.map((name) => `restart-container ${name}`)],
    );
  }
  return operations;
}

/**
 * Whether a service is the one that takes longest to come up. Starts side by side slow one another
 * down, so the others wait until Docker has begun with it; they catch up while it loads.
 */
const startsFirst = ({ labels }: ServiceSpec): boolean => labels[label.start] === "first";

/**
 * Removals that a service has to wait for: what ran under its own name, and whatever may hold its
 * address or write into its volume under another.
 */
function removalsBefore(
  spec: ProjectSpec,
  service: ServiceSpec,
  doomed: ReadonlySet<ObservedContainer>,
  removals: ReadonlyMap<string, string>,
): string[] {
  const known = new Set(spec.services.map(({ name }) => name));
  return [...doomed]
    .filter(
      (container) =>
        container.name === service.container || container.service === service.name || !known.has(container.service),
    )
    .flatMap(({ name }) => removals.get(name) ?? []);
}

type Add = (action: Action, target: string, cause: string, after?: string[]) => string;

/**
 * Brings an existing container of the right revision back to running on its network.
 * @returns what has to be done before anything else is done with it
 */
function planRepair(
  service: ServiceSpec,
  container: ObservedContainer,
  removals: readonly string[],
  add: Add,
): readonly string[] {
  const before = [...removals];
  const { network } = service;
  if (network.mode === "own") {
    const address = container.networks[network.name];
    const misplaced =
      address !== undefined && address !== "" && network.address !== null && address !== network.address;
    if (misplaced) {
      before.push(
        add(
          { kind: "disconnect-network", name: container.name, network: network.name },
          service.name,
          `its address is ${address}, not ${network.address}`,
          [...before],
        ),
      );
    }
    if (address === undefined || misplaced) {
      const cause = misplaced ? "it was just disconnected" : `it is not on ${network.name}`;
      before.push(
        add(
          { kind: "connect-network", name: container.name, network: network.name, address: network.address },
          service.name,
          cause,
          [...before],
        ),
      );
    }
  }
  if (container.state === "paused") {
    add({ kind: "unpause-container", name: container.name }, service.name, "it is paused", before);
  } else if (container.state === "created" || container.state === "exited") {
    add({ kind: "start-container", name: container.name }, service.name, `it is ${container.state}`, before);
  }
  return before;
}

const runs = ({ state }: ObservedContainer): boolean => state === "running" || state === "restarting";

function planStop(spec: ProjectSpec, observed: ObservedProject): PlannedOperation[] {
  const operations: PlannedOperation[] = [];
  let previous: string[] = [];
  for (const container of [...observed.containers].sort(byDependents(spec))) {
    if (!isUp(container)) continue;
    const timeout = spec.services.find(({ name }) => name === container.service)?.stopTimeout ?? 10;
    const target = targetOf(spec, container);
    const id = `stop-container ${target}`;
    operations.push({
      id,
      action: { kind: "stop-container", name: container.name, timeout },
      target,
      cause: "it should be stopped",
      after: previous,
    });
    previous = [id];
  }
  return operations;
}

function planAbsence(spec: ProjectSpec, observed: ObservedProject): PlannedOperation[] {
  const cause = "it should be gone";
  const containers = observed.containers.map((container): PlannedOperation => {
    const target = targetOf(spec, container);
    return {
      id: `remove-container ${target}`,
      action: { kind: "remove-container", name: container.name },
      target,
      cause,
      after: [],
    };
  });
  const after = containers.map(({ id }) => id);
  const key = (name: string): string => name.slice(spec.project.length + 1);
  const volumes = observed.volumes.map(
    (name): PlannedOperation => ({
      id: `remove-volume ${key(name)}`,
      action: { kind: "remove-volume", name },
      target: key(name),
      cause,
      after,
    }),
  );
  const networks = Object.keys(observed.networks).map(
    (name): PlannedOperation => ({
      id: `remove-network ${key(name)}`,
      action: { kind: "remove-network", name },
      target: key(name),
      cause,
      after,
    }),
  );
  return [...containers, ...volumes, ...networks];
}

/** Networks that are missing or wrong, with the cause in words. */
function findNetworkFaults(spec: ProjectSpec, observed: ObservedProject): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { name, subnet } of spec.networks) {
    const found = observed.networks[name];
    if (found === undefined) faults.set(name, `there is no network ${name}`);
    else if (subnet !== null && found !== subnet) faults.set(name, `its subnet is ${found}, not ${subnet}`);
  }
  return faults;
}

/** Why a container has to make way, in words; null when it may stay. */
function replaceCause(
  service: ServiceSpec | undefined,
  container: ObservedContainer,
  networkFaults: ReadonlyMap<string, string>,
): string | null {
  if (!service) return "the compose file has no such service";
  if (container.name !== service.container) return `it is named ${container.name}`;
  if (container.revision !== service.revision)
    return `its revision is ${container.revision || "unknown"}, not ${service.revision}`;
  if (service.imageId !== null && container.imageId !== service.imageId) return "its image is not the release's";
  if (container.state === "dead" || container.state === "removing") return `it is ${container.state}`;
  const { network } = service;
  return network.mode === "own" && networkFaults.has(network.name) ? "its network must be made anew" : null;
}

function stopFirst(
  container: ObservedContainer,
  target: string,
  service: ServiceSpec | undefined,
  cause: string,
  add: Add,
): string[] {
  if (!isUp(container)) return [];
  const timeout = service?.stopTimeout ?? 10;
  return [add({ kind: "stop-container", name: container.name, timeout }, target, cause)];
}

/** A service's name stands for one container only: any other that claims it goes by its own name. */
const targetOf = (spec: ProjectSpec, { name, service }: ObservedContainer): string =>
  spec.services.some((wanted) => wanted.name === service && wanted.container === name) ? service : name;

const isUp = ({ state }: ObservedContainer): boolean =>
  state === "running" || state === "paused" || state === "restarting";
