import type { Metadata } from "next";
import { EmptyFleet } from "@/components/fleet/empty-fleet.tsx";
import { parseFleetSearch } from "@/components/fleet/fleet-params.ts";
import { FleetRegister } from "@/components/fleet/fleet-register.tsx";
import { FleetSummary } from "@/components/fleet/fleet-summary.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { searchFleet } from "@/lib/tenants/search-fleet.ts";
import { surveyFleet } from "@/lib/tenants/survey-fleet.ts";

export const metadata: Metadata = { title: "The fleet" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("fleet.read", async (_session, { searchParams }) => {
  const [db, now] = [portalDb(), new Date()];
  const search = parseFleetSearch(await searchParams);
  const [plots, found] = await Promise.all([surveyFleet(db, now), searchFleet(db, search, edgePort(), now)]);
  return (
    <>
      <div className="mb-8">
        <h1 className="text-5xl sm:text-6xl">The fleet</h1>
        <FleetSummary plots={plots} />
      </div>
      {plots.length === 0 ? <EmptyFleet /> : <FleetRegister plots={plots} search={search} found={found} now={now} />}
    </>
  );
});
