import type { Tx } from "../db/client.ts";
import { readWorkerBeat } from "./read-worker-beat.ts";

/** An engine that was not seen for longer may be away; the sweep looks every 30 s. Milliseconds. */
const engineSilenceMs = 120_000;

export interface ServiceStatus {
  /** Whether somebody carries out what is asked for. */
  readonly isWorking: boolean;
  readonly regions: readonly { readonly name: string; readonly isUp: boolean }[];
  /** Whether an application that is approved now would be set up now. */
  readonly takesNew: boolean;
}

/** What anybody may know about how the service stands, from its rows alone. */
export async function readServiceStatus(db: Tx, now = new Date()): Promise<ServiceStatus> {
  const [worker, regions] = await Promise.all([
    readWorkerBeat(db, now),
    db.region.findMany({
      select: { name: true, engines: { select: { lastSeenAt: true, lastError: true, cordoned: true } } },
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    }),
  ]);
  const isUp = ({ lastSeenAt, lastError }: { lastSeenAt: Date | null; lastError: string | null }): boolean =>
    lastSeenAt !== null && lastError === null && now.getTime() - lastSeenAt.getTime() <= engineSilenceMs;
  return {
    isWorking: !worker.isAway,
    regions: regions.map(({ name, engines }) => ({ name, isUp: engines.some(isUp) })),
    takesNew: !worker.isAway && regions.some(({ engines }) => engines.some((one) => isUp(one) && !one.cordoned)),
  };
}
