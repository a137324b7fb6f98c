import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import { suspendedMail } from "../mail/tenant-mails.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";
import { mailMembers } from "./mail-members.ts";

/**
 * Closes a site at the edge, with the reason shown to its visitors, stops its containers and tells
 * its owners and admins.
 * @param portalUrl the portal's address, for the mail's link
 * @throws tenant_unknown, tenant_purged, tenant_not_running
 */
export const suspendTenant = (
  db: Db,
  slug: string,
  reason: string,
  actor: Actor,
  portalUrl: string | null = null,
): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.intent === "closed") throw failure("tenant_not_running", { slug, status: "closed" });
    if (tenant.intent === "suspended" && tenant.intentReason === reason) return null;
    const url = portalUrl && `${portalUrl}/t/${slug}`;
    return {
      data: { intent: "suspended" },
      action: "tenant.suspended",
      reason,
      also: (tx) =>
        mailMembers(tx, tenant.id, ["owner", "admin"], "tenant-suspended", suspendedMail({ ...tenant, url, reason })),
    };
  });
