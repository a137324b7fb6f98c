import type { Engine } from "../docker/connect.ts";
import * as containers from "../docker/containers.ts";
import * as networks from "../docker/networks.ts";
import { asFreeholdError, type FreeholdError } from "../errors.ts";
import type { Action, PlannedOperation } from "./plan.ts";

/** One thing that is done and takes time: a planned Docker call, or a wait that follows it. */
export interface Step {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly cause: string;
}

/** Writes down what was done; a recorder that fails stops the work. */
export interface Recorder {
  started(step: Step): Promise<void>;
  ended(step: Step, error: FreeholdError | null): Promise<void>;
}

/** Runs one step and writes it down, whatever comes of it. */
export async function recordStep<T>(recorder: Recorder, step: Step, work: () => Promise<T>): Promise<T> {
  const recording = recorder.started(step);
  const outcome = await work().then(
    (value) => ({ value, error: null }),
    (thrown: unknown) => ({ value: null, error: asFreeholdError(thrown) }),
  );
  await recording;
  await recorder.ended(step, outcome.error);
  if (outcome.error) throw outcome.error;
  return outcome.value as T;
}

/**
 * Carries a plan out: each operation as soon as those it comes after have succeeded, independent
 * ones side by side. Decides nothing. When one fails, nothing new is begun, what is under way is
 * waited for, and the first error is thrown.
 * @param signal aborted when the right to act is lost
 */
export async function execute(
  engine: Engine,
  operations: readonly PlannedOperation[],
  recorder: Recorder,
  signal: AbortSignal,
): Promise<void> {
  const planned = new Set(operations.map(({ id }) => id));
  const waiting = new Set(operations);
  const done = new Set<string>();
  const running = new Set<Promise<void>>();
  let failed: FreeholdError | null = null;

  const run = async (operation: PlannedOperation): Promise<void> => {
    const { id, action, target, cause } = operation;
    await recordStep(recorder, { id, kind: action.kind, target, cause }, () => perform(engine, action)).then(
      () => done.add(id),
      (error: unknown) => {
        failed ??= asFreeholdError(error);
      },
    );
  };

  for (;;) {
    for (const operation of waiting) {
      if (failed || signal.aborted) break;
      if (!operation.after.every((id) => done.has(id) || !planned.has(id))) continue;
      waiting.delete(operation);
      const task: Promise<void> = run(operation).finally(() => running.delete(task));
      running.add(task);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (failed !== null) throw failed;
  signal.throwIfAborted();
}

function perform(engine: Engine, action: Action): Promise<void> {
  switch (action.kind) {
    case "create-network":
      return networks.createNetwork(engine, action.network);
    case "remove-network":
      return networks.removeNetwork(engine, action.name);
    case "connect-network":
      return networks.connectNetwork(engine, action.network, action.name, action.address);
    case "disconnect-network":
      return networks.disconnectNetwork(engine, action.network, action.name);
    case "create-volume":
      return networks.createVolume(engine, action.volume);
    case "remove-volume":
      return networks.removeVolume(engine, action.name);
    case "create-container":
      return containers.createContainer(engine, action.service);
    case "start-container":
      return containers.startContainer(engine, action.name);
    case "unpause-container":
      return containers.unpauseContainer(engine, action.name);
    case "restart-container":
      return containers.restartContainer(engine, action.name, action.timeout);
    case "stop-container":
      return containers.stopContainer(engine, action.name, action.timeout);
    case "remove-container":
      return containers.removeContainer(engine, action.name);
  }
}
