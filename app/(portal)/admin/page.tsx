import type { Metadata } from "next";
import { EmptyFleet } from "@/components/fleet/empty-fleet.tsx";
import { parseFleetSearch } from "@/components/fleet/fleet-params.ts";
import { FleetRegister } from "@/components/fleet/fleet-register.tsx";
import { FleetSummary } from "@/components/fleet/fleet-summary.tsx";
import { Live } from "@/components/portal/live.tsx";
import { Shell } from "@/components/portal/shell.tsx";
import { WorkerAway } from "@/components/portal/worker-away.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { permissionsOf } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { readWorkerBeat } from "@/lib/tenants/read-worker-beat.ts";
import { searchFleet } from "@/lib/tenants/search-fleet.ts";
import { surveyFleet } from "@/lib/tenants/survey-fleet.ts";

export const metadata: Metadata = { title: "The fleet" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("fleet.read", async ({ user }, { searchParams }) => {
  const [db, now] = [portalDb(), new Date()];
  const search = parseFleetSearch(await searchParams);
  const [plots, found, worker] = await Promise.all([
    surveyFleet(db, now),
    searchFleet(db, search, edgePort(), now),
    readWorkerBeat(db, now),
  ]);
  return (
    <Shell email={user.email} can={permissionsOf(user.adminRole)}>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <h1 className="text-5xl sm:text-6xl">The fleet</h1>
          <FleetSummary plots={plots} />
        </div>
        <Live />
      </div>
      {worker.isAway && <WorkerAway lastBeatAt={worker.lastBeatAt} />}
      {plots.length === 0 ? <EmptyFleet /> : <FleetRegister plots={plots} search={search} found={found} now={now} />}
    </Shell>
  );
});
