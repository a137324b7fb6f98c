import { expireDemos as expire } from "../tenants/expire-demos.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** How late a demo may end. Milliseconds. */
export const expireDemosMs = 5_000;

/** Ends demos whose time is over; reconcile then deletes them whole. */
export async function expireDemos({ db, log }: ReconcileContext): Promise<void> {
  const ended = await expire(db);
  if (ended.length > 0) log.info({ stacks: ended }, "demos ended");
}
