import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";

/** Takes back a suspension, or a closing whose period of grace is not over. */
export const resumeTenant = (db: Db, slug: string, actor: Actor): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.purgeConfirmedAt) throw failure("tenant_not_running", { slug, status: "being purged" });
    if (tenant.intent === "running") return null;
    return {
      data: { intent: "running", purgeAt: null },
      action: tenant.intent === "closed" ? "tenant.reopened" : "tenant.resumed",
      reason: null,
    };
  });
