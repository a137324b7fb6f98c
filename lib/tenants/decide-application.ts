import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/** How long a decision can be taken back before anything comes of it. Seconds. */
export const undoSeconds = 10;

export interface Decision {
  readonly status: "approved" | "rejected";
  readonly reason: string | null;
  /** When the worker carries it out, unless it is taken back before; seconds from now. */
  readonly inSeconds: number;
}

export interface Decided {
  readonly id: string;
  readonly slug: string;
  readonly companyName: string;
  /** Until when it can be taken back. */
  readonly startAfter: Date;
}

/**
 * Decides a pending application within the caller's transaction. Of two who decide at once one wins:
 * the row changes only while it is pending, and PostgreSQL looks again after it has waited.
 * @throws application_unknown, application_not_pending, slug_taken
 */
export async function decideApplication(tx: Tx, id: string, decision: Decision, actor: Actor): Promise<Decided> {
  const [decided] = await tx.$queryRaw<Decided[]>`
    UPDATE applications SET
      status = ${decision.status}::application_status, decided_at = now(), decided_by = ${actor.name},
      decision_reason = ${decision.reason}, start_error = NULL,
      start_after = now() + ${decision.inSeconds} * interval '1 second'
    WHERE id = ${id}::uuid AND status = 'pending'
    RETURNING id::text, slug, company_name AS "companyName", start_after AS "startAfter"`;
  if (!decided) {
    const found = await tx.application.findUnique({ where: { id }, select: { slug: true, status: true } });
    throw found ? failure("application_not_pending", found) : failure("application_unknown");
  }
  const { slug } = decided;
  // Somebody may have onboarded a client of that name by hand meanwhile.
  if (decision.status === "approved" && (await tx.tenant.count({ where: { slug } })) > 0)
    throw failure("slug_taken", { slug });
  await announceChange(tx, id);
  await appendAudit(tx, {
    actor: actor.name,
    origin: actor.origin,
    ...(actor.requestId && { requestId: actor.requestId }),
    action: `application.${decision.status}`,
    subject: `application:${slug}`,
    reason: decision.reason,
    details: { application: id },
  });
  return decided;
}
