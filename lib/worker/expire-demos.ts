import { endFailedDemos } from "../tenants/end-failed-spares.ts";
import { expireDemos as expire } from "../tenants/expire-demos.ts";
import { extendDemos } from "../tenants/extend-demos.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** How late a demo may end, and how long one that failed may keep others from theirs. Milliseconds. */
export const expireDemosMs = 5_000;

/**
 * Ends demos whose time is over, and at once those that failed; reconcile then deletes them whole, and
 * tells those that live on until when.
 */
export async function expireDemos({ db, log }: ReconcileContext): Promise<void> {
  const ended = await expire(db);
  if (ended.length > 0) log.info({ stacks: ended }, "demos ended");
  const failed = await endFailedDemos(db);
  if (failed.length > 0) log.warn({ stacks: failed }, "demos did not come up");
  const extended = await extendDemos(db);
  if (extended.length > 0) log.info({ stacks: extended }, "demos end at another time");
}
