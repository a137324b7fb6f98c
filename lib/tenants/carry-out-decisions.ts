import type { Db } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { asFreeholdError, type FreeholdError } from "../errors.ts";
import { rejectedMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { mailFacts, type StartContext, startApplication } from "./start-application.ts";

/** As many as are taken up in one go; the rest follows a moment later. */
const atOnce = 50;
/** Shortest and longest wait after a failed start. Seconds. */
const retrySeconds = { min: 2, max: 60 } as const;

interface Report {
  readonly started: (slug: string) => void;
  readonly failed: (id: string, error: FreeholdError) => void;
}

/**
 * Carries out what can no longer be taken back: starts the approved, tells the rejected. One that
 * cannot be started says why on its row and is tried again, each time after half as long as it has
 * waited by then; it holds up no other.
 */
export async function carryOutDecisions(db: Db, context: StartContext, report: Report): Promise<void> {
  const due = await db.application.findMany({
    where: { startAfter: { lte: new Date() }, tenantId: null, status: { in: ["approved", "rejected"] } },
    orderBy: { startAfter: "asc" },
    take: atOnce,
    select: { id: true, status: true },
  });
  for (const { id, status } of due) {
    if (status === "rejected") {
      await tellRejected(db, id, context);
      continue;
    }
    try {
      const started = await startApplication(db, id, context);
      if (started) report.started(started.slug);
    } catch (thrown) {
      const error = asFreeholdError(thrown);
      await noteFailure(db, id, error);
      report.failed(id, error);
    }
  }
}

/** Mails the applicant once: whoever clears `startAfter` sends. */
async function tellRejected(db: Db, id: string, context: StartContext): Promise<void> {
  await db.$transaction(async (tx) => {
    const told = await tx.$executeRaw`
      UPDATE applications SET start_after = NULL
      WHERE id = ${id}::uuid AND status = 'rejected' AND start_after <= now()`;
    if (told === 0) return;
    const application = await tx.application.findUniqueOrThrow({
      where: { id },
      include: { user: true, region: true },
    });
    await announceChange(tx, id);
    const reason = application.decisionReason ?? "none was given.";
    const mail = rejectedMail({ ...mailFacts(application, context), reason });
    await queueMail(tx, application.user.email, "application-rejected", mail);
  });
}

async function noteFailure(db: Db, id: string, error: FreeholdError): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE applications SET
        start_error = ${error.code},
        start_after = now() + least(${retrySeconds.max}, greatest(${retrySeconds.min},
          extract(epoch FROM now() - decided_at) / 2)) * interval '1 second'
      WHERE id = ${id}::uuid AND status = 'approved' AND tenant_id IS NULL`;
    await announceChange(tx, id);
  });
}
