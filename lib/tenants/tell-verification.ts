import { asDatabaseError, type Tx } from "../db/client.ts";
import type { VerificationStep } from "../domain/verification.ts";
import { asFreeholdError } from "../errors.ts";
import { walkAudit } from "./verify-audit.ts";

/** Verifies the audit log and tells how it goes, a line of JSON a step; that it is broken is an answer, too. */
export async function* tellVerification(db: Tx): AsyncGenerator<string> {
  try {
    const last = await db.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true } });
    yield line({ step: "begun", total: Number(last?.seq ?? 0) });
    const walk = walkAudit(db);
    for (;;) {
      const { done, value } = await walk.next();
      if (done) return yield line({ step: "whole", ...value });
      yield line({ step: "fits", events: value });
    }
  } catch (thrown) {
    const error = asFreeholdError(asDatabaseError(thrown));
    if (error.code !== "audit_broken") console.error("audit not verified:", error);
    yield line({ step: "failed", error: error.toJSON() });
  }
}

const line = (step: VerificationStep): string => `${JSON.stringify(step)}\n`;
