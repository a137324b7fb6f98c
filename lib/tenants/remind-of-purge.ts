import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { dayOf } from "./close-tenant.ts";
import { mailMembers } from "./mail-members.ts";

/** Days before the deletion at which owners are told that it comes. */
const reminderDays = [3, 1] as const;
const dayMs = 86_400_000;
const action = "tenant.purge-reminded";

/**
 * Mails the owners of closed tenants whose deletion comes near, once for each distance. The audit
 * trail says who was told; it is also what keeps a mail from being sent twice.
 */
export async function remindOfPurge(db: Db, portalUrl: string, actor: Actor, now = new Date()): Promise<void> {
  const due = await db.tenant.findMany({
    where: {
      intent: "closed",
      purgeConfirmedAt: null,
      purgedAt: null,
      purgeAt: { lte: new Date(now.getTime() + reminderDays[0] * dayMs) },
    },
    select: { id: true },
  });
  for (const { id } of due) await db.$transaction((tx) => remind(tx, id, portalUrl, actor, now));
}

async function remind(tx: Tx, id: string, portalUrl: string, actor: Actor, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM tenants WHERE id = ${id}::uuid FOR UPDATE`;
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id } });
  // It may have been reopened since the list was made.
  if (tenant.intent !== "closed" || tenant.purgeAt === null || tenant.purgeConfirmedAt !== null) return;
  const left = (tenant.purgeAt.getTime() - now.getTime()) / dayMs;
  const days = reminderDays.findLast((distance) => left <= distance);
  if (days === undefined || (await wasReminded(tx, tenant, days))) return;
  await mailMembers(tx, id, ["owner"], "purge-reminder", {
    subject: `${tenant.name} will be deleted ${days === 1 ? "tomorrow" : `in ${days} days`}`,
    paragraphs: [
      `${tenant.name} was closed on ${dayOf(tenant.intentAt)}. Its content, its files and its database are deleted on ${dayOf(tenant.purgeAt)}.`,
      "Until then an owner can take the closing back, and all is as it was. Afterwards nobody can.",
    ],
    action: { label: "Keep it after all", url: `${portalUrl}/t/${tenant.slug}/settings` },
  });
  await appendAudit(tx, {
    actor: actor.name,
    origin: actor.origin,
    action,
    subject: `tenant:${tenant.slug}`,
    details: { days, purgeAt: tenant.purgeAt.toISOString() },
  });
}

interface Closed {
  readonly slug: string;
  readonly intentAt: Date;
}

/** Whether this closing's owners were told at this distance or nearer. @param before only what was told by then counts */
export async function wasReminded(tx: Tx, { slug, intentAt }: Closed, days: number, before?: Date): Promise<boolean> {
  const events = await tx.auditEvent.findMany({
    where: { subject: `tenant:${slug}`, action, at: { gte: intentAt, ...(before && { lte: before }) } },
    select: { details: true },
  });
  return events.some(({ details }) => Number((details as { days?: unknown }).days) <= days);
}
