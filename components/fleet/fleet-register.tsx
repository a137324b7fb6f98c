import Link from "next/link";
import { buttonStyle } from "@/components/ui/button-style.ts";
import { Pager } from "@/components/ui/pager.tsx";
import type { FleetSearch } from "@/lib/domain/fleet-search.ts";
import type { PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { FleetPage } from "@/lib/tenants/search-fleet.ts";
import { fleetHref, longestSearch } from "./fleet-params.ts";
import { FleetSearchBox } from "./fleet-search-box.tsx";
import { FleetTable } from "./fleet-table.tsx";
import { PlotMap } from "./plot-map.tsx";
import { StatusFilter } from "./status-filter.tsx";

interface FleetRegisterProps {
  plots: PlotCodes;
  search: FleetSearch;
  found: FleetPage;
  now: Date;
}

/** The map, its legend, and the register of clients under it; what is shown stands in the address. */
export function FleetRegister({ plots, search, found, now }: FleetRegisterProps) {
  return (
    <>
      <section aria-labelledby="map-title">
        <h2 id="map-title" className="sr-only">
          Map of plots
        </h2>
        <PlotMap plots={plots} />
      </section>
      <section aria-labelledby="register-title" className="mt-8">
        <h2 id="register-title" className="sr-only">
          Register of clients
        </h2>
        <div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
          <StatusFilter plots={plots} search={search} />
          <FleetSearchBox text={search.text} maxLength={longestSearch} />
        </div>
        <p role="status" className="sr-only">
          {found.total === 1 ? "1 client shown" : `${found.total.toLocaleString("en")} clients shown`}
        </p>
        {found.total === 0 ? (
          <NoMatch />
        ) : (
          <>
            <FleetTable found={found} search={search} now={now} />
            <Pager
              page={found.page}
              pageSize={search.pageSize}
              total={found.total}
              href={(page) => fleetHref(search, { page })}
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
