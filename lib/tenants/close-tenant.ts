import type { Db } from "../db/client.ts";
import { finalBackupDays, graceDays } from "../domain/closing.ts";
import type { Actor } from "./actor.ts";
import { changeIntent } from "./change-intent.ts";
import { mailMembers } from "./mail-members.ts";

/** Closes a tenant; its data is kept for the period of grace, and its owners are told how to take it back. */
export const closeTenant = (
  db: Db,
  slug: string,
  reason: string | null,
  actor: Actor,
  portalUrl?: string,
): Promise<void> =>
  changeIntent(db, slug, actor, (tenant) => {
    if (tenant.intent === "closed") return null;
    const purgeAt = new Date(Date.now() + graceDays * 86_400_000);
    return {
      data: { intent: "closed", purgeAt },
      action: "tenant.closed",
      reason,
      details: { purgeAt: purgeAt.toISOString() },
      also: (tx) =>
        mailMembers(tx, tenant.id, ["owner"], "tenant-closed", {
          subject: `${tenant.name} is closed`,
          paragraphs: [
            `The site and the CMS of ${tenant.name} do not answer any more.`,
            `Everything in it is kept until ${dayOf(purgeAt)}. Until then an owner can take the closing back, and all is as it was. After that day it is deleted; a last copy of its texts and files is kept for ${finalBackupDays} days more, in case of an error of ours.`,
          ],
          ...(portalUrl && { action: { label: "See it, or take it back", url: `${portalUrl}/t/${slug}/settings` } }),
        }),
    };
  });

/** “8 December 2026”, in UTC as everywhere. */
export const dayOf = (at: Date): string =>
  at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
