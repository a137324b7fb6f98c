import type { Sql } from "../db/sql.ts";
import { failure } from "../errors.ts";
import { readWorkerBeat } from "../tenants/read-worker-beat.ts";

/** @throws worker_away when nobody would do what is about to be asked for */
export async function requireWorker(db: Sql): Promise<void> {
  if ((await readWorkerBeat(db)).isAway) throw failure("worker_away");
}
