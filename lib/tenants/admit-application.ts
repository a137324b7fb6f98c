import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { applyPolicy } from "./apply-policy.ts";

/** Applications of one person that may wait for a decision at a time. */
export const openPerPerson = 5;

interface Applicant {
  readonly id: string;
  readonly email: string;
}

/**
 * Puts a person's unverified application into the queue, inside the transaction that proved their
 * address or read their consent; the policy may approve it at once.
 * @param id which one; null for the one there is
 * @returns its id, or null when there is none (any more)
 * @throws applications_open
 */
export async function admitApplication(
  tx: Tx,
  person: Applicant,
  id: string | null,
  actor: Actor,
  now = new Date(),
): Promise<string | null> {
  const application = await tx.application.findFirst({
    where: { userId: person.id, status: "unverified", ...(id !== null && { id }) },
    orderBy: { createdAt: "desc" },
    select: { id: true, slug: true },
  });
  if (application === null) return null;
  const count = await tx.application.count({ where: { userId: person.id, status: "pending" } });
  if (count >= openPerPerson) throw failure("applications_open", { count });
  // Expiry and a second click may be under way at this very moment.
  const won = await tx.application.updateMany({
    where: { id: application.id, status: "unverified" },
    data: { status: "pending", verifiedAt: now },
  });
  if (won.count !== 1) return null;
  await appendAudit(tx, {
    actor: actor.name,
    origin: actor.origin,
    ...(actor.requestId && { requestId: actor.requestId }),
    action: "application.verified",
    subject: `application:${application.slug}`,
    details: { application: application.id },
  });
  await announceChange(tx, application.id);
  await applyPolicy(tx, application, person.email, actor, now);
  return application.id;
}
