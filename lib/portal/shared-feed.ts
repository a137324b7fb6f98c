import { changeChannel, listen } from "../db/listen.ts";
import { readWorkerBeat } from "../tenants/read-worker-beat.ts";
import { portalDatabaseUrl, portalDb } from "./database.ts";
import { createFleetFeed, type FleetFeed } from "./fleet-feed.ts";

const shared = globalThis as { freeholdFleetFeed?: FleetFeed };

/** The process's one feed, and with it its one listening connection. */
export function sharedFleetFeed(): FleetFeed {
  shared.freeholdFleetFeed ??= createFleetFeed({
    listen: (onChange) =>
      listen(portalDatabaseUrl(), [changeChannel], {
        onMessage: onChange,
        onReady: onChange,
        onLost: onChange,
      }),
    workerIsAway: async () => (await readWorkerBeat(portalDb())).isAway,
  });
  return shared.freeholdFleetFeed;
}
