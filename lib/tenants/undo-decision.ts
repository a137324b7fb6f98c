import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma, type Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/**
 * Takes a decision back while nothing has come of it: within ten seconds, and also while starting an
 * approved one keeps failing. Whoever changes the row first wins, this or the worker's start.
 * @throws application_unknown, decision_final, slug_taken when another holds a rejected one's address by now
 */
export async function undoDecision(db: Db, id: string, actor: Actor): Promise<void> {
  const { slug } = await findApplication(db, id);
  try {
    await db.$transaction((tx) => undoWithin(tx, id, slug, actor));
  } catch (error) {
    // The index that lets one application hold an address.
    if (error instanceof Prisma.PrismaClientKnownRequestError && /23505|applications_slug_held/.test(error.message))
      throw failure("slug_taken", { slug });
    throw error;
  }
}

async function undoWithin(tx: Tx, id: string, slug: string, actor: Actor): Promise<void> {
  const undone = await tx.$executeRaw`
    UPDATE applications SET
      status = 'pending', decided_at = NULL, decided_by = NULL, decision_reason = NULL, start_after = NULL, start_error = NULL
    WHERE id = ${id}::uuid AND tenant_id IS NULL
      AND (status IN ('approved', 'rejected') AND start_after > now() OR status = 'approved' AND start_error IS NOT NULL)`;
  if (undone === 0) throw failure("decision_final", { slug, why: whyFinal(await findApplication(tx, id)) });
  await announceChange(tx, id);
  await appendAudit(tx, {
    actor: actor.name,
    origin: actor.origin,
    ...(actor.requestId && { requestId: actor.requestId }),
    action: "application.decision-undone",
    subject: `application:${slug}`,
    details: { application: id },
  });
}

async function findApplication(tx: Tx, id: string) {
  const select = { slug: true, status: true } as const;
  const found = await tx.application.findUnique({ where: { id }, select });
  if (found === null) throw failure("application_unknown");
  return found;
}

function whyFinal({ status }: { readonly status: string }): string {
  if (status === "approved") return "its site was started";
  return status === "rejected" ? "the applicant was told" : `it is ${status}`;
}
