import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { type Decided, decideApplication, undoSeconds } from "./decide-application.ts";

/**
 * Rejects an application with a reason that the applicant reads. Its address is free at once; the
 * mail goes out after ten seconds, in which the decision can be taken back.
 * @throws application_unknown, application_not_pending
 */
export const rejectApplication = (db: Db, id: string, reason: string, actor: Actor): Promise<Decided> =>
  db.$transaction((tx) => decideApplication(tx, id, { status: "rejected", reason, inSeconds: undoSeconds }, actor));
