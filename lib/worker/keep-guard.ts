import type { Logger } from "pino";
import { connectEngine, type Engine } from "../docker/connect.ts";
import { startContainer, unpauseContainer } from "../docker/containers.ts";
import type { Namespace } from "../domain/namespace.ts";
import { asFreeholdError } from "../errors.ts";
import { type GuardLook, guardProblem, lookAtGuard } from "../platform/look-at-guard.ts";
import type { ObservedContainer } from "../reconcile/observed.ts";

interface EngineRow {
  readonly id: string;
  readonly endpoint: string;
}

async function mend(engine: Engine, { state, name }: ObservedContainer): Promise<void> {
  if (state === "exited" || state === "created") await startContainer(engine, name);
  if (state === "paused") await unpauseContainer(engine, name);
}

/**
 * Knows for each engine whether the guard is in force, without asking on the way to a client's
 * stack: looks are kept until an event or the sweep gives a reason for another.
 */
export class GuardKeeper {
  readonly #namespace: Namespace;
  readonly #log: Logger;
  /** By engine; the last look, while a newer one is under way too. */
  readonly #known = new Map<string, GuardLook>();
  readonly #pending = new Map<string, Promise<GuardLook>>();

  constructor(namespace: Namespace, log: Logger) {
    this.#namespace = namespace;
    this.#log = log;
  }

  /** @throws isolation_missing, isolation_unsupported when a stack on this subnet would not be kept apart */
  async check(engine: EngineRow, subnet: string): Promise<void> {
    const known = this.#known.get(engine.id);
    if (known && guardProblem(known, subnet) === null) return;
    const problem = guardProblem(await this.#look(engine), subnet);
    if (problem) throw problem;
  }

  /** Brings a guard back that was stopped behind our back, and looks whether it is in force. */
  async keep(engine: EngineRow, guard: ObservedContainer | undefined): Promise<void> {
    try {
      if (guard) await mend(connectEngine(engine.endpoint), guard);
      const { why } = await this.#look(engine);
      if (why !== null) this.#log.error({ engine: engine.id, why }, "guard not in force");
    } catch (thrown) {
      const { code, message, detail } = asFreeholdError(thrown);
      this.#log.error({ engine: engine.id, code, message, detail }, "guard not looked at");
    }
  }

  /** What is known may be wrong now. */
  forget(): void {
    this.#known.clear();
    this.#pending.clear();
  }

  /** One look at a time, for all who wait. */
  #look(engine: EngineRow): Promise<GuardLook> {
    const pending = this.#pending.get(engine.id);
    if (pending) return pending;
    const isLatest = (): boolean => this.#pending.get(engine.id) === look;
    const look = lookAtGuard(connectEngine(engine.endpoint), this.#namespace)
      .then(
        (seen) => {
          if (isLatest()) this.#known.set(engine.id, seen);
          return seen;
        },
        (thrown: unknown) => {
          // What cannot be seen is not in force.
          if (isLatest()) this.#known.delete(engine.id);
          throw thrown;
        },
      )
      .finally(() => {
        if (isLatest()) this.#pending.delete(engine.id);
      });
    this.#pending.set(engine.id, look);
    return look;
  }
}
