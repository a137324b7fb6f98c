import { expect, test } from "vitest";
import { repeatableRandom } from "../domain/test-random.ts";
import type { ContainerState, ObservedContainer, ObservedProject } from "./observed.ts";
import { type Action, type Plan, type PlannedOperation, plan, printPlan, type Wanted } from "./plan.ts";
import { containerOf, spec } from "./test-project.ts";

const states = ["created", "running", "paused", "restarting", "removing", "exited", "dead"] as const;
const wanteds: readonly Wanted[] = ["running", "stopped", "absent"];
const rounds = 3_000;

const random = repeatableRandom(20_261_123);
const chance = (probability: number): boolean => random() < probability;
const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];

function randomContainer(name: string): ObservedContainer {
  const expected = containerOf(pick(["db", "api", "web"]));
  return {
    ...expected,
    id: name,
    name,
    service: chance(0.15) ? pick(["cache", ""]) : expected.service,
    revision: chance(0.3) ? pick(["old", ""]) : expected.revision,
    imageId: chance(0.2) ? "sha256:other" : expected.imageId,
    state: pick(states),
    networks: pick([
      expected.networks,
      expected.networks,
      {},
      { "fh-acme_default": "10.213.0.9" },
      { "fh-acme_default": "" },
    ]),
  };
}

function randomProject(): ObservedProject {
  const names = ["fh-acme-db-1", "fh-acme-api-1", "fh-acme-web-1", "fh-acme-web-2", "fh-acme-cache-1", "mine"];
  const containers = names.filter(() => chance(0.5)).map(randomContainer);
  // A container's own name usually goes with its own service.
  for (const [index, container] of containers.entries()) {
    const own = spec.services.find((service) => service.container === container.name);
    if (own && chance(0.8))
      containers[index] = { ...container, service: own.name, revision: chance(0.8) ? own.revision : "old" };
  }
  return {
    containers,
    networks: { ...(chance(0.7) && { "fh-acme_default": pick(["10.213.0.0/28", "10.9.0.0/28"]) }) },
    volumes: ["fh-acme_dbdata", "fh-acme_other"].filter(() => chance(0.6)),
  };
}

/** What an operation leaves behind on an engine that behaves; throws where a real one would refuse. */
function apply(observed: ObservedProject, action: Action): ObservedProject {
  const { containers, networks, volumes } = observed;
  const change = (name: string, next: (container: ObservedContainer) => ObservedContainer): ObservedProject => {
    if (!containers.some((container) => container.name === name)) throw new Error(`no such container: ${name}`);
    return {
      ...observed,
      containers: containers.map((container) => (container.name === name ? next(container) : container)),
    };
  };
  const become = (name: string, state: ContainerState) => change(name, (container) => ({ ...container, state }));
  const without = <T>(record: Readonly<Record<string, T>>, key: string) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

  switch (action.kind) {
    case "create-network":
      if (networks[action.network.name] !== undefined) throw new Error("network exists");
      return { ...observed, networks: { ...networks, [action.network.name]: action.network.subnet ?? "" } };
    case "remove-network":
      if (containers.some((container) => container.networks[action.name] !== undefined))
        throw new Error("network has containers");
      return { ...observed, networks: without(networks, action.name) };
    case "create-volume":
      return { ...observed, volumes: [...volumes, action.volume.name] };
    case "remove-volume":
      if (containers.length > 0) throw new Error("volume in use");
      return { ...observed, volumes: volumes.filter((name) => name !== action.name) };
    case "create-container": {
      const { service } = action;
      if (containers.some(({ name }) => name === service.container))
        throw new Error(`name in use: ${service.container}`);
      const missing = spec.volumes.find(({ name }) => !volumes.includes(name));
      if (missing) throw new Error(`no such volume: ${missing.name}`);
      if (service.network.mode !== "own") throw new Error("not on the project's network");
      const made: ObservedContainer = {
        id: `new ${service.name}`,
        name: service.container,
        service: service.name,
        revision: service.revision,
        imageId: service.imageId ?? "",
        state: "created",
        networks: { [service.network.name]: service.network.address ?? "" },
      };
      return { ...observed, containers: [...containers, made] };
    }
    case "start-container": {
      const { service, networks: attached } = containers.find(({ name }) => name === action.name) ?? {
        service: "",
        networks: {},
      };
      // Tried on Engine 20.10: a container is made without its network being there, but not started.
      if (Object.keys(attached).some((name) => networks[name] === undefined)) throw new Error("no such network");
      const rival = containers.find((other) => other.service === service && other.name !== action.name);
      if (rival) throw new Error(`${action.name} and ${rival.name} would run side by side`);
      return become(action.name, "running");
    }
    case "restart-container":
    case "unpause-container":
      return become(action.name, "running");
    case "stop-container":
      return become(action.name, "exited");
    case "remove-container":
      return { ...observed, containers: containers.filter(({ name }) => name !== action.name) };
    case "connect-network":
      return change(action.name, (container) => ({
        ...container,
        networks: { ...container.networks, [action.network]: action.address ?? "" },
      }));
    case "disconnect-network":
      return change(action.name, (container) => ({
        ...container,
        networks: without(container.networks, action.network),
      }));
  }
}

/** Carries a plan out in some order that its `after` allows. */
function carryOut(observed: ObservedProject, { operations }: Plan): ObservedProject {
  const waiting = new Set(operations);
  const done = new Set<string>();
  let world = observed;
  while (waiting.size > 0) {
    const [first, ...others] = [...waiting].filter(({ after }) => after.every((id) => done.has(id)));
    if (!first) throw new Error("the rest waits for each other");
    const next: PlannedOperation = pick([first, ...others]);
    waiting.delete(next);
    world = apply(world, next.action);
    done.add(next.id);
  }
  return world;
}

test(`of ${rounds} worlds, each converges in one plan, whatever order its operations are done in`, () => {
  let longest = 0;
  for (let round = 0; round < rounds; round++) {
    const observed = randomProject();
    for (const wanted of wanteds) {
      const first = plan(spec, wanted, observed);
      longest = Math.max(longest, first.operations.length);
      const text = `${JSON.stringify(observed)}\n${wanted}\n${printPlan(first)}`;
      const ids = first.operations.map(({ id }) => id);
      expect(new Set(ids).size, `ids are unique\n${text}`).toBe(ids.length);
      expect(
        first.operations.flatMap(({ after }) => after).filter((id) => !ids.includes(id)),
        `after names what is planned\n${text}`,
      ).toEqual([]);
      let world: ObservedProject;
      try {
        world = carryOut(observed, first);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${text}`, { cause: error });
      }
      expect(printPlan(plan(spec, wanted, world)), `a second look\n${text}`).toBe("nothing to do");
    }
  }
  expect(longest).toBeGreaterThan(12);
});

test("the same input gives the same plan", () => {
  for (let round = 0; round < 200; round++) {
    const observed = randomProject();
    const turned = { ...observed, containers: [...observed.containers].reverse() };
    for (const wanted of wanteds) {
      expect(plan(spec, wanted, structuredClone(observed))).toEqual(plan(spec, wanted, observed));
      expect(new Set(plan(spec, wanted, turned).operations.map(({ id }) => id))).toEqual(
        new Set(plan(spec, wanted, observed).operations.map(({ id }) => id)),
      );
    }
  }
});
