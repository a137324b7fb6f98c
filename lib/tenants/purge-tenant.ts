import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";

/**
 * Confirms that a tenant's data is deleted for good, now. Whoever calls this has asked twice.
 * @param reason for the audit trail; that of the closing when null
 */
export const purgeTenant = (db: Db, slug: string, actor: Actor, reason: string | null = null): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.purgeConfirmedAt) return null;
    const now = new Date();
    return {
      data: { intent: "closed", purgeAt: now, purgeConfirmedAt: now },
      action: "tenant.purge-confirmed",
      reason: reason ?? tenant.intentReason,
    };
  });
