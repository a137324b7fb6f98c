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
  readonly #looks = new Map<string, Promise<GuardLook>>();

  constructor(namespace: Namespace, log: Logger) {
    this.#namespace = namespace;
    this.#log = log;
  }

  /** @throws isolation_missing, isolation_unsupported when a stack on this subnet would not be kept apart */
  async check(engine: EngineRow, subnet: string): Promise<void> {
    const known = this.#looks.get(engine.id);
    if (known && guardProblem(await known, subnet) === null) return;
    // Whoever comes first looks again, for all who wait.
    const latest = this.#looks.get(engine.id);
    const problem = guardProblem(await (latest && latest !== known ? latest : this.#look(engine)), subnet);
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
    this.#looks.clear();
  }

  #look(engine: EngineRow): Promise<GuardLook> {
    const look = lookAtGuard(connectEngine(engine.endpoint), this.#namespace);
    this.#looks.set(engine.id, look);
    look.catch(() => {
      if (this.#looks.get(engine.id) === look) this.#looks.delete(engine.id);
    });
    return look;
  }
}
