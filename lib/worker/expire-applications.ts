import { expireApplications as giveUp } from "../tenants/expire-applications.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** An hour late would do no harm; this costs two short queries. Milliseconds. */
export const expireApplicationsMs = 60_000;

export async function expireApplications({ db, log }: ReconcileContext): Promise<void> {
  const given = await giveUp(db);
  if (given > 0) log.info({ applications: given }, "applications lapsed");
}
