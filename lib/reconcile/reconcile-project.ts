import type { Engine } from "../docker/connect.ts";
import type { Restart } from "../domain/cure.ts";
import type { Namespace } from "../domain/namespace.ts";
import type { ProjectSpec } from "../domain/spec.ts";
import { failure } from "../errors.ts";
import { execute, type Recorder } from "./execute.ts";
import { observe } from "./observe.ts";
import { nothingObserved } from "./observed.ts";
import { plan, type Wanted } from "./plan.ts";

/** Rounds of observe → plan → execute before we say that somebody is working against us. */
const mostRounds = 5;

export interface ReconcileOptions {
  readonly namespace: Namespace;
  readonly wanted: Wanted;
  readonly dataVolumes: readonly string[];
  /** Services to be started anew, once. */
  readonly restarts?: readonly Restart[];
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
}

/**
 * Makes Docker hold what the spec says, until a look finds nothing left to do.
 * @returns how many operations were carried out
 * @throws volume_missing, and whatever an operation failed with
 */
export async function reconcileProject(engine: Engine, spec: ProjectSpec, options: ReconcileOptions): Promise<number> {
  let operations = 0;
  for (let round = 0; round < mostRounds; round++) {
    const observed = (await observe(engine, options.namespace, spec.stack)).get(spec.stack) ?? nothingObserved;
    const restarts = round === 0 ? options.restarts : [];
    const next = plan(spec, options.wanted, observed, options.dataVolumes, restarts);
    if (next.blocked) throw failure("volume_missing", { volume: next.blocked.volume, stack: spec.stack });
    if (next.operations.length === 0) return operations;
    await execute(engine, next.operations, options.recorder, options.signal);
    operations += next.operations.length;
  }
  throw failure("engine_refused", {
    call: `reconcile ${spec.stack}`,
    why: `it still differs after ${mostRounds} rounds`,
  });
}
