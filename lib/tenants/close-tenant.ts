import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";

/** How long a closed tenant's data is kept. Days. */
export const graceDays = 14;

/** Closes a tenant; its data is kept for the period of grace. */
export const closeTenant = (db: Db, slug: string, reason: string | null, actor: Actor): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.intent === "closed") return null;
    const purgeAt = new Date(Date.now() + graceDays * 86_400_000);
    return {
      data: { intent: "closed", purgeAt },
      action: "tenant.closed",
      reason,
      details: { purgeAt: purgeAt.toISOString() },
    };
  });
