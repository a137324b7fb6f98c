import { availableParallelism, loadavg } from "node:os";
import { backoffMs } from "../domain/backoff.ts";
import { planPool, poolState } from "../domain/demo-pool.ts";
import { endFailedPoolStacks } from "../tenants/end-failed-spares.ts";
import { endPoolStacks } from "../tenants/end-spare-stacks.ts";
import { fillPool } from "../tenants/fill-pool.ts";
import { readPool } from "../tenants/read-pool.ts";
import { readSetting } from "../tenants/read-setting.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** How often the pool is looked at. Milliseconds. */
export const keepPoolMs = 2_000;

/** Load average of the last minute, per core, from which on a pool stack would be in somebody's way. */
const busyLoad = 1.5;
/**
 * How long a visitor is left in peace after their claim. On a machine with a browser of its own a new
 * network makes that browser begin its requests anew, and the way into a CMS opens once. Milliseconds.
 */
const settleInMs = 8_000;
/** A machine that is always busy makes one now and then all the same. Milliseconds. */
const patienceMs = 10_000;

/**
 * Keeps finished stacks waiting for demos and approved clients: as many as is set, of the newest
 * release, refilled one at a time while the machine has nothing better to do.
 */
export class PoolKeeper {
  readonly #context: ReconcileContext;
  readonly #size: number | null;
  /** Failures in a row; a worker that begins anew may try at once. */
  #failures = 0;
  #notBefore = 0;
  /** Since when something is to be done that waits for an idle machine. */
  #shortSince: number | null = null;

  /** @param size instead of the setting's, where the environment says one */
  constructor(context: ReconcileContext, size: number | null) {
    this.#context = context;
    this.#size = size;
  }

  async keep(): Promise<void> {
    const { db, key, log } = this.#context;
    const [pool, settings, clientsWait] = await Promise.all([
      readPool(db),
      readSetting(db, "demo"),
      this.#clientsWait(),
    ]);
    const size = settings.enabled ? (this.#size ?? settings.poolSize) : 0;
    const available = pool.stacks.filter((stack) => poolState(stack, pool.newestRelease) === "available").length;
    const plan = planPool({ ...pool, size, isBusy: clientsWait || this.#machineIsBusy(available < size) });
    const failed = plan.end.filter(({ cause }) => cause === "failed").map(({ id }) => id);
    await endFailedPoolStacks(db, failed);
    await endPoolStacks(
      db,
      plan.end.map(({ id }) => id),
    );
    for (const { id, cause } of plan.end) {
      const stack = pool.stacks.find((candidate) => candidate.id === id);
      log.info({ stack: stack?.name, cause, problem: stack?.problem }, "pool stack given up");
    }
    this.#count(failed.length);
    if (plan.make && pool.hasPlace && Date.now() >= this.#notBefore) {
      log.info({ stack: await fillPool(db, key) }, "pool refilled");
      this.#shortSince = null;
    }
    if (available >= size) this.#failures = 0;
  }

  /** What failed is not made again at once: the next one fails as likely. */
  #count(failed: number): void {
    if (failed === 0) return;
    this.#failures += failed;
    this.#notBefore = Date.now() + backoffMs(this.#failures, Math.random());
  }

  #machineIsBusy(isShort: boolean): boolean {
    if (!isShort) this.#shortSince = null;
    else this.#shortSince ??= Date.now();
    const isBusy = (loadavg()[0] ?? 0) / availableParallelism() >= busyLoad;
    return isBusy && (this.#shortSince === null || Date.now() - this.#shortSince < patienceMs);
  }

  /**
   * People first: nothing is made for the pool while a client's stack, or a visitor's, is worked on, nor
   * while somebody steps into one.
   */
  async #clientsWait(): Promise<boolean> {
    const now = Date.now();
    const atWork = await this.#context.db.stack.count({
      where: {
        kind: { not: "pool" },
        OR: [
          { phase: "converging", notBefore: { lte: new Date(now) } },
          { claimedAt: { gt: new Date(now - settleInMs) } },
        ],
      },
    });
    return atWork > 0;
  }
}
