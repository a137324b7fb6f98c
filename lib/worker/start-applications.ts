import { portalUrlAt } from "../domain/site-url.ts";
import { carryOutDecisions } from "../tenants/carry-out-decisions.ts";
import { tellReady } from "../tenants/tell-ready.ts";
import type { EdgeSettings } from "./keep-edge.ts";
import type { ReconcileContext } from "./reconcile-stack.ts";

/** How soon after its ten seconds a decision is carried out, at the latest. Milliseconds. */
export const startApplicationsMs = 1_000;

/** The worker's part of the approval queue: starts what was approved, and says when it is ready. */
export async function startApplications({ db, key, log }: ReconcileContext, edge: EdgeSettings): Promise<void> {
  const places = { portalUrl: portalUrlAt(edge.portalHosts[0] ?? "localhost", edge.port), edgePort: edge.port };
  await carryOutDecisions(
    db,
    { key, ...places },
    {
      started: (slug) => log.info({ tenant: slug }, "application started"),
      failed: (application, { code, message, detail }) =>
        log.warn({ application, code, message, detail }, "application not started"),
    },
  );
  for (const slug of await tellReady(db, places)) log.info({ tenant: slug }, "told that its CMS is ready");
}
