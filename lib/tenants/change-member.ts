import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import type { TenantRole } from "../domain/permissions.ts";
import type { ObservedStack } from "../domain/status.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { lockTenant } from "./lock-tenant.ts";
import { requireAnotherOwner, requireOwnerFor } from "./member-rules.ts";
import { reviseCmsAccess } from "./revise-cms-access.ts";

/** What becomes of a member: another role, or none. */
export type MemberChange = { readonly role: TenantRole } | "removed";

/**
 * Changes a member's role, or ends their membership; pages and streams of theirs hear of it at once.
 * The worker carries it into the CMS.
 * @returns whether the CMS answers, so that it is told at once and not when it is back; null when nothing changed
 * @throws member_unknown, forbidden, last_owner
 */
export async function changeMember(
  db: Db,
  slug: string,
  userId: string,
  change: MemberChange,
  actorRole: TenantRole,
  actor: Actor,
): Promise<{ readonly cmsAnswers: boolean } | null> {
  return db.$transaction(async (tx) => {
    const tenant = await lockTenant(tx, slug);
    const key = { tenantId_userId: { tenantId: tenant.id, userId } };
    const member = await tx.membership.findUnique({ where: key, include: { user: { select: { email: true } } } });
    if (member === null) throw failure("member_unknown");
    if (change !== "removed" && change.role === member.role) return null;
    requireOwnerFor(member.role, actorRole);
    if (change !== "removed") requireOwnerFor(change.role, actorRole);
    if (member.role === "owner") await requireAnotherOwner(tx, tenant.id, userId);

    if (change === "removed") await tx.membership.delete({ where: key });
    else await tx.membership.update({ where: key, data: { role: change.role } });
    await reviseCmsAccess(tx, tenant.id, member.user.email, actor.name);
    const stacks = await announceToPages(tx, tenant.id);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: change === "removed" ? "member.removed" : "member.role-changed",
      subject: `tenant:${slug}`,
      details: { email: member.user.email, from: member.role, ...(change !== "removed" && { to: change.role }) },
    });
    const observed = stacks.find(({ isCurrent }) => isCurrent)?.observed as ObservedStack | null | undefined;
    return { cmsAnswers: observed?.ready ?? false };
  });
}

async function announceToPages(tx: Tx, tenantId: string) {
  const stacks = await tx.stack.findMany({
    where: { tenantId },
    select: { id: true, isCurrent: true, observed: true },
  });
  for (const { id } of stacks) await announceChange(tx, id);
  return stacks;
}
