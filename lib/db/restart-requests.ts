import type { Restart } from "../domain/cure.ts";
import type { Tx } from "./client.ts";

export interface RestartRequestRow {
  readonly id: string;
  /** Null for all of the stack. */
  readonly service: string | null;
}

/** Services of every stack (lib/domain/subnets.ts gives each its address). */
export const stackServices = ["db", "api", "web"] as const;

/** What was asked for and not done yet. */
export const readRestarts = (db: Tx, stackId: string): Promise<RestartRequestRow[]> =>
  db.restartRequest.findMany({ where: { stackId, doneAt: null }, select: { id: true, service: true } });

/** Notes that these were done; those asked for meanwhile stay open. */
export async function closeRestarts(db: Tx, requests: readonly RestartRequestRow[]): Promise<void> {
  if (requests.length === 0) return;
  const ids = requests.map(({ id }) => id);
  await db.restartRequest.updateMany({ where: { id: { in: ids }, doneAt: null }, data: { doneAt: new Date() } });
}

/** Each service once, however often it was asked for. */
export const restartsOf = (requests: readonly RestartRequestRow[]): Restart[] =>
  [...new Set(requests.flatMap(({ service }) => (service === null ? stackServices : [service])))].map((service) => ({
    service,
    cause: "it was asked for",
  }));
