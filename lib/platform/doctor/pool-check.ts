import { poolSizeOverride, poolState } from "../../domain/demo-pool.ts";
import { readPool } from "../../tenants/read-pool.ts";
import { readSetting } from "../../tenants/read-setting.ts";
import { type Check, cannotTell, type Finding, ok, warn } from "./check.ts";

/** A failure that is older says little about now. Milliseconds. */
const recentMs = 3_600_000;

export const poolCheck: Check = {
  name: "warm pool",
  async run({ db, env }) {
    if (!db) return cannotTell("the control database is away");
    const [setting, pool, lastFailure] = await Promise.all([
      readSetting(db, "demo"),
      readPool(db),
      db.spareFailure.findFirst({
        where: { at: { gt: new Date(Date.now() - recentMs) } },
        orderBy: { at: "desc" },
        select: { stackName: true, message: true, remedy: true },
      }),
    ]);
    const count = (state: string): number =>
      pool.stacks.filter((stack) => poolState(stack, pool.newestRelease) === state).length;
    return poolFinding({
      wanted: setting.enabled ? (poolSizeOverride(env) ?? setting.poolSize) : 0,
      ready: count("available"),
      isMaking: count("warming") > 0,
      hasPlace: pool.hasPlace,
      lastFailure,
    });
  },
};

export interface PoolHealth {
  readonly wanted: number;
  readonly ready: number;
  readonly isMaking: boolean;
  /** Whether an engine takes new stacks. */
  readonly hasPlace: boolean;
  /** The last stack that was made ahead, or for a demo's visitor, and did not come up. */
  readonly lastFailure: { readonly stackName: string; readonly message: string; readonly remedy: string } | null;
}

/** A pool that is short is no failure: visitors and clients wait for theirs to be made. */
export function poolFinding({ wanted, ready, isMaking, hasPlace, lastFailure }: PoolHealth): Finding {
  if (wanted === 0) return ok("Switched off: who comes waits for their stack to be made");
  const text = `${ready} of ${wanted} finished stacks wait`;
  if (ready >= wanted) return ok(text);
  if (lastFailure)
    return warn(`${text}; “${lastFailure.stackName}” did not come up: ${lastFailure.message}`, lastFailure.remedy);
  if (!hasPlace) return warn(`${text}; no engine takes new ones`, "Uncordon one on the portal’s Engines page.");
  return ok(`${text}; the next ${isMaking ? "is being made" : "follows when the machine is not busy"}`);
}
