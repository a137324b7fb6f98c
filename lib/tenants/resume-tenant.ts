import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import { resumedMail } from "../mail/tenant-mails.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";
import { mailMembers } from "./mail-members.ts";

/**
 * Takes back a suspension, or a closing whose period of grace is not over, and tells owners and admins.
 * @param portalUrl the portal's address, for the mail's link
 * @throws tenant_unknown, tenant_purged, tenant_not_running while it is being purged
 */
export const resumeTenant = (db: Db, slug: string, actor: Actor, portalUrl: string | null = null): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.purgeConfirmedAt) throw failure("tenant_not_running", { slug, status: "being purged" });
    if (tenant.intent === "running") return null;
    const url = portalUrl && `${portalUrl}/t/${slug}`;
    return {
      data: { intent: "running", purgeAt: null },
      action: tenant.intent === "closed" ? "tenant.reopened" : "tenant.resumed",
      reason: null,
      also: (tx) => mailMembers(tx, tenant.id, ["owner", "admin"], "tenant-resumed", resumedMail({ ...tenant, url })),
    };
  });
