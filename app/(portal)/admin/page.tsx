import type { Metadata } from "next";
import { EmptyFleet } from "@/components/fleet/empty-fleet.tsx";
import { parseFleetSearch } from "@/components/fleet/fleet-params.ts";
import { FleetRegister } from "@/components/fleet/fleet-register.tsx";
import { FleetSummary } from "@/components/fleet/fleet-summary.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { listPlaces } from "@/lib/tenants/list-places.ts";
import { listViews } from "@/lib/tenants/saved-views.ts";
import { searchFleet } from "@/lib/tenants/search-fleet.ts";
import { allPlots, surveyFleet } from "@/lib/tenants/survey-fleet.ts";
import { changeTenants, deleteFleetView, matchingTenants, saveFleetView } from "./actions.ts";

export const metadata: Metadata = { title: "The fleet" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("fleet.read", async ({ user }, { searchParams }) => {
  const [db, now] = [portalDb(), new Date()];
  const view = parseFleetSearch(await searchParams);
  const [groups, found, places, views] = await Promise.all([
    surveyFleet(db, view.map, now),
    searchFleet(db, view, edgePort(), now),
    listPlaces(db),
    listViews(db, user.id),
  ]);
  const plots = allPlots(groups);
  const bulk = adminMay(user.adminRole, "tenants.operate")
    ? { change: changeTenants, matching: matchingTenants }
    : null;
  return (
    <>
      <div className="mb-8">
        <h1 className="text-5xl sm:text-6xl">The fleet</h1>
        <FleetSummary plots={plots} />
      </div>
      {plots.length === 0 ? (
        <EmptyFleet />
      ) : (
        <FleetRegister
          groups={groups}
          plots={plots}
          view={view}
          found={found}
          now={now}
          options={places}
          saved={{ views, save: saveFleetView, remove: deleteFleetView }}
          bulk={bulk}
        />
      )}
    </>
  );
});
