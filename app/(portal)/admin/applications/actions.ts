"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { forEachRow } from "@/lib/domain/row-result.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { approveApplication } from "@/lib/tenants/approve-application.ts";
import { undoSeconds } from "@/lib/tenants/decide-application.ts";
import { rejectApplication } from "@/lib/tenants/reject-application.ts";
import { undoDecision } from "@/lib/tenants/undo-decision.ts";

const ids = z.array(z.uuid()).min(1).max(100);
const reason = z.string().trim().max(500, "Use at most 500 characters.");

/** Each is decided by itself; one that cannot be holds up no other. */
export const decideApplications = adminAction(
  "applications.decide",
  z.discriminatedUnion("decision", [
    z.object({ ids, decision: z.literal("approve"), reason: reason.optional() }),
    z.object({ ids, decision: z.literal("reject"), reason: reason.min(1, "The applicant reads it: say why.") }),
  ]),
  async (input, { actor }) => {
    const db = portalDb();
    const results = await forEachRow(input.ids, (id) =>
      input.decision === "approve"
        ? approveApplication(db, id, input.reason || null, actor)
        : rejectApplication(db, id, input.reason, actor),
    );
    refresh();
    return { results, undoSeconds };
  },
);

export const undoDecisions = adminAction("applications.decide", z.object({ ids }), async (input, { actor }) => {
  const results = await forEachRow(input.ids, (id) => undoDecision(portalDb(), id, actor));
  refresh();
  return { results };
});
