import { Download } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Pager } from "@/components/ui/pager.tsx";
import { type PlotGrouping, plotGroupings } from "@/lib/domain/fleet-search.ts";
import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { FleetPage } from "@/lib/tenants/search-fleet.ts";
import type { PlotGroup } from "@/lib/tenants/survey-fleet.ts";
import { FleetBulk } from "./fleet-bulk.tsx";
import { FleetMap } from "./fleet-map.tsx";
import { FleetOptions } from "./fleet-options.tsx";
import { exportHref, fleetHref, fleetQuery, longestSearch } from "./fleet-params.ts";
import { FleetSearchBox } from "./fleet-search-box.tsx";
import { FleetTable } from "./fleet-table.tsx";
import type { FleetView } from "./fleet-view.ts";
import { SavedViews } from "./saved-views.tsx";
import { StatusFilter } from "./status-filter.tsx";

interface FleetRegisterProps {
  groups: readonly PlotGroup[];
  /** Those of all groups. */
  plots: PlotCodes;
  view: FleetView;
  found: FleetPage;
  now: Date;
  options: Omit<ComponentProps<typeof FleetOptions>, "view">;
  saved: Omit<ComponentProps<typeof SavedViews>, "query">;
  /** What can be done with many at once; null for those who only look. */
  bulk: Pick<ComponentProps<typeof FleetBulk>, "change" | "matching"> | null;
}

/** The map, its legend, and the register of clients under it; what is shown stands in the address. */
export function FleetRegister({ groups, plots, view, found, now, options, saved, bulk }: FleetRegisterProps) {
  const table = <FleetTable found={found} search={view} now={now} canSelect={bulk !== null} />;
  const hrefs = Object.fromEntries(plotGroupings.map((map) => [map, fleetHref(view, { map })])) as Record<
    PlotGrouping,
    string
  >;
  return (
    <>
      <section aria-labelledby="map-title">
        <h2 id="map-title" className="sr-only">
          Map of plots
        </h2>
        <FleetMap groups={groups} by={view.map} hrefs={hrefs} legend={<StatusFilter plots={plots} search={view} />} />
      </section>
      <section aria-labelledby="register-title" className="mt-10">
        <h2 id="register-title" className="sr-only">
          Register of clients
        </h2>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <FleetSearchBox text={view.text} maxLength={longestSearch} />
          <div className="flex flex-wrap items-center gap-2">
            <FleetOptions view={view} {...options} />
            <SavedViews query={fleetQuery(view)} {...saved} />
            <a
              href={exportHref(view)}
              download
              className={`${buttonStyle({ variant: "secondary", size: "small" })} min-h-11`}
            >
              <Download aria-hidden="true" strokeWidth={1.5} />
              CSV
            </a>
          </div>
        </div>
        <p role="status" className="sr-only">
          {found.total === 1 ? "1 client shown" : `${found.total.toLocaleString("en")} clients shown`}
        </p>
        {found.total === 0 ? (
          <NoMatch />
        ) : (
          <>
            {bulk ? (
              <FleetBulk key={fleetQuery(view)} query={fleetQuery(view)} total={found.total} {...bulk}>
                {table}
              </FleetBulk>
            ) : (
              table
            )}
            <Pager
              page={found.page}
              pageSize={view.pageSize}
              total={found.total}
              href={(page) => fleetHref(view, { page })}
            />
          </>
        )}
      </section>
    </>
  );
}

function NoMatch() {
  return (
    <div className="border-y border-rule py-16 text-center">
      <p className="mb-5 text-lg">No client matches.</p>
      <Link href="/admin" prefetch={false} scroll={false} className={buttonStyle({ variant: "secondary" })}>
        Show all
      </Link>
    </div>
  );
}
