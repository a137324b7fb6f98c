"use client";

import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button.tsx";
import { SearchInput } from "@/components/ui/search-input.tsx";
import { countPlots, type PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { FleetPage } from "@/lib/tenants/search-fleet.ts";
import { fleetParams, pageSize } from "./fleet-params.ts";
import { FleetTable } from "./fleet-table.tsx";
import { Pager } from "./pager.tsx";
import { PlotMap } from "./plot-map.tsx";
import { StatusFilter } from "./status-filter.tsx";

interface FleetRegisterProps {
  plots: PlotCodes;
  found: FleetPage;
  now: Date;
}

const typingPauseMs = 200;

/** The map, its legend, and the register of clients under it; what is shown stands in the address. */
export function FleetRegister({ plots, found, now }: FleetRegisterProps) {
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(fleetParams, { shallow: false, history: "replace", startTransition });
  const isNarrowed = params.q !== "" || params.status.length > 0;

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
          <StatusFilter
            counts={countPlots(plots)}
            chosen={params.status}
            onChoose={(status) => void setParams({ status, page: null })}
          />
          <SearchInput
            label="Search clients"
            value={params.q}
            maxLength={100}
            onChange={(event) =>
              void setParams({ q: event.currentTarget.value || null, page: null }, { limitUrlUpdates: debounce(typingPauseMs) })
            }
          />
        </div>
        <div aria-busy={isPending} className="transition-opacity aria-busy:opacity-60">
          <p role="status" className="sr-only">
            {found.total.toLocaleString("en")} clients shown
          </p>
          {found.total === 0 ? (
            <div className="border-y border-rule py-16 text-center">
              <p className="mb-5 text-lg">No client matches.</p>
              {isNarrowed && (
                <Button variant="secondary" onClick={() => void setParams({ q: null, status: null, page: null })}>
                  Show all
                </Button>
              )}
            </div>
          ) : (
            <>
              <FleetTable
                rows={found.rows}
                total={found.total}
                page={found.page}
                pageSize={pageSize}
                sort={params.sort}
                descending={params.desc}
                onSort={(sort, desc) => void setParams({ sort, desc, page: null })}
                now={now}
              />
              <Pager
                page={found.page}
                pageSize={pageSize}
                total={found.total}
                onPage={(page) => void setParams({ page: page + 1 }, { history: "push", scroll: false })}
              />
            </>
          )}
        </div>
      </section>
    </>
  );
}
