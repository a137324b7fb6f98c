import { portalUrl } from "../platform/programs.ts";
import { listPurgeDue, purgeDueTenant } from "../tenants/purge-due-tenant.ts";
import { remindOfPurge } from "../tenants/remind-of-purge.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** The worker acts here for whoever closed the tenant; the closing was their confirmation. */
const actor = { name: "worker", origin: "worker" } as const;

/** Reminds owners of closed tenants, and has those purged whose period of grace is over. */
export async function purgeDue({ db, log, edgePort }: ReconcileContext): Promise<void> {
  await remindOfPurge(db, portalUrl(edgePort), actor);
  for (const { slug } of await listPurgeDue(db)) {
    log.info({ tenant: slug }, "period of grace is over");
    await purgeDueTenant(db, slug, actor);
  }
}
