import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import { announceQueue } from "../db/wake.ts";
import type { SettingValue } from "../domain/settings.ts";
import type { Actor } from "./actor.ts";
import { readSetting } from "./read-setting.ts";

/** Approvals of the policy are counted one after the other. Any constant that no other lock uses. */
const policyLock = 4_170_317;
const dayMs = 24 * 60 * 60 * 1000;

/** Who decided when nobody had to look. */
export const policyName = "policy";

/**
 * Approves a pending application when the policy says so, in the transaction that made it pending.
 * @param email the applicant's, proven
 * @returns whether it was approved
 */
export async function applyPolicy(
  tx: Tx,
  application: { readonly id: string; readonly slug: string },
  email: string,
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const policy = await readSetting(tx, "approval");
  if (policy.mode === "manual") return false;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${policyLock})`;
  const approvedToday =
    policy.mode === "daily"
      ? await tx.application.count({
          where: { decidedBy: policyName, decidedAt: { gt: new Date(now.getTime() - dayMs) } },
        })
      : 0;
  const reason = whyApproved(policy, email, approvedToday);
  if (reason === null) return false;
  await tx.application.update({
    where: { id: application.id },
    data: {
      status: "approved",
      decidedAt: now,
      decidedBy: policyName,
      decisionReason: reason,
      startAfter: now,
      startError: null,
    },
  });
  await appendAudit(tx, {
    actor: policyName,
    origin: actor.origin,
    ...(actor.requestId && { requestId: actor.requestId }),
    action: "application.approved",
    subject: `application:${application.slug}`,
    reason,
    details: { application: application.id },
  });
  await announceQueue(tx, application.id);
  return true;
}

/** The reason to approve, or null. Pure. */
export function whyApproved(policy: SettingValue<"approval">, email: string, approvedToday: number): string | null {
  if (policy.mode === "domains") {
    const domain = email.slice(email.lastIndexOf("@") + 1);
    return policy.domains.includes(domain) ? `addresses at ${domain} are approved without asking` : null;
  }
  if (policy.mode === "daily" && approvedToday < policy.perDay)
    return `the first ${policy.perDay} of a day are approved without asking`;
  return null;
}
