import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";

/** Closes a site at the edge, with the reason shown to its visitors, and stops its containers. */
export const suspendTenant = (db: Db, slug: string, reason: string, actor: Actor): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.intent === "closed") throw failure("tenant_not_running", { slug, status: "closed" });
    if (tenant.intent === "suspended" && tenant.intentReason === reason) return null;
    return { data: { intent: "suspended" }, action: "tenant.suspended", reason };
  });
