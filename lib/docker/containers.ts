import { label } from "../domain/names.ts";
import type { ServiceSpec } from "../domain/spec.ts";
import { failure } from "../errors.ts";
import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";
import { containerBody } from "./container-body.ts";

/** Every function here treats “already there” and “already gone” as success. */

const notModified = 304;
const notFound = 404;
const conflict = 409;

async function tolerate(statuses: readonly number[], call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    if (!statuses.includes(statusOf(thrown) ?? 0)) throw thrown;
  }
}

/** @throws name_taken when a stranger holds the name; image_missing; disk_full */
export async function createContainer(engine: Engine, service: ServiceSpec): Promise<void> {
  const create = callEngine(
    engine.endpoint,
    `create container ${service.container} ${service.image}`,
    callDeadline.slow,
    (signal) => engine.docker.createContainer({ ...containerBody(service), abortSignal: signal }),
  );
  try {
    await create;
  } catch (thrown) {
    if (statusOf(thrown) === notFound && !/no such image/i.test(String((thrown as Error & { detail?: string }).detail)))
      throw thrown;
    if (statusOf(thrown) === notFound) throw failure("image_missing", { image: service.image }, { cause: thrown });
    if (statusOf(thrown) !== conflict) throw thrown;
    if (!(await carriesLabels(engine, service)))
      throw failure("name_taken", { object: `Container ${service.container}` });
  }
}

async function carriesLabels(engine: Engine, service: ServiceSpec): Promise<boolean> {
  const found = await callEngine(engine.endpoint, `inspect ${service.container}`, callDeadline.quick, () =>
    engine.docker.getContainer(service.container).inspect(),
  );
  const labels = found.Config.Labels;
  return [label.namespace, label.stack].every((name) => labels[name] === service.labels[name]);
}

export const startContainer = (engine: Engine, name: string): Promise<void> =>
  tolerate(
    [notModified],
    callEngine(engine.endpoint, `start ${name}`, callDeadline.slow, (signal) =>
      engine.docker.getContainer(name).start({ abortSignal: signal }),
    ),
  );

export const unpauseContainer = (engine: Engine, name: string): Promise<void> =>
  callEngine(engine.endpoint, `unpause ${name}`, callDeadline.quick, () => engine.docker.getContainer(name).unpause());

/** Stops and starts in one call. @param timeout seconds between the stop signal and SIGKILL */
export const restartContainer = (engine: Engine, name: string, timeout: number): Promise<void> =>
  callEngine(engine.endpoint, `restart ${name}`, timeout + callDeadline.slow, (signal) =>
    engine.docker.getContainer(name).restart({ t: timeout, abortSignal: signal }),
  );

/** @param timeout seconds between the stop signal and SIGKILL */
export const stopContainer = (engine: Engine, name: string, timeout: number): Promise<void> =>
  tolerate(
    [notModified, notFound],
    callEngine(engine.endpoint, `stop ${name}`, timeout + callDeadline.slow, (signal) =>
      engine.docker.getContainer(name).stop({ t: timeout, abortSignal: signal }),
    ),
  );

/** Sends a signal; a container that does not run is sent none. */
export const signalContainer = (engine: Engine, name: string, signal: string): Promise<void> =>
  tolerate(
    [notFound, conflict],
    callEngine(engine.endpoint, `signal ${name}`, callDeadline.quick, () =>
      engine.docker.getContainer(name).kill({ signal }),
    ),
  );

/** Kills and removes, with its anonymous volumes; named ones stay. */
export const removeContainer = (engine: Engine, name: string): Promise<void> =>
  tolerate(
    [notFound, conflict],
    callEngine(engine.endpoint, `remove ${name}`, callDeadline.slow, (signal) =>
      engine.docker.getContainer(name).remove({ force: true, v: true, abortSignal: signal }),
    ),
  );

/** Milliseconds since the process of a container was started. */
export async function upForMs(engine: Engine, name: string): Promise<number> {
  const found = await callEngine(engine.endpoint, `inspect ${name}`, callDeadline.quick, () =>
    engine.docker.getContainer(name).inspect(),
  );
  return Date.now() - Date.parse(found.State.StartedAt);
}

/** The last exit of a container that is not up, or null. One that Docker keeps restarting is not up. */
export async function lastExit(engine: Engine, name: string): Promise<{ code: number; oomKilled: boolean } | null> {
  const found = await callEngine(engine.endpoint, `inspect ${name}`, callDeadline.quick, () =>
    engine.docker.getContainer(name).inspect(),
  );
  const isUp = found.State.Running && !found.State.Restarting;
  return isUp ? null : { code: found.State.ExitCode, oomKilled: found.State.OOMKilled };
}
