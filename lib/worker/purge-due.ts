import { asFreeholdError } from "../errors.ts";
import { portalUrl } from "../platform/programs.ts";
import { listPurgeDue, purgeDueTenant } from "../tenants/purge-due-tenant.ts";
import { remindOfPurge } from "../tenants/remind-of-purge.ts";
import { removeOldBackups, takeFinalBackup } from "./final-backup.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** The worker acts here for whoever closed the tenant; the closing was their confirmation. */
const actor = { name: "worker", origin: "worker" } as const;

/**
 * Reminds owners of closed tenants, and has those purged whose period of grace is over, each with a
 * last copy of its database and files. One that cannot be copied is not purged, and holds up no other.
 */
export async function purgeDue(context: ReconcileContext): Promise<void> {
  const { db, home, log, edgePort } = context;
  await remindOfPurge(db, portalUrl(edgePort), actor);
  for (const { slug, stackIds } of await listPurgeDue(db)) {
    try {
      for (const id of stackIds) await takeFinalBackup(context, id);
      await purgeDueTenant(db, slug, actor);
      log.info({ tenant: slug }, "purged, as the period of grace is over");
    } catch (thrown) {
      const { code, message, detail } = asFreeholdError(thrown);
      log.warn({ tenant: slug, code, message, detail }, "not purged yet");
    }
  }
  await removeOldBackups(home);
}
