import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { type Decided, decideApplication, undoSeconds } from "./decide-application.ts";

/**
 * Approves an application. Nothing starts for ten seconds, in which it can be taken back.
 * @throws application_unknown, application_not_pending, slug_taken
 */
export const approveApplication = (db: Db, id: string, reason: string | null, actor: Actor): Promise<Decided> =>
  db.$transaction((tx) => decideApplication(tx, id, { status: "approved", reason, inSeconds: undoSeconds }, actor));
