"use client";

import { Minus, Plus } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button.tsx";
import type { PlotGrouping } from "@/lib/domain/fleet-search.ts";
import { countPlots } from "@/lib/domain/plot-codes.ts";
import { type TenantStatus, tenantStatuses } from "@/lib/domain/status.ts";
import type { PlotGroup } from "@/lib/tenants/survey-fleet.ts";
import { PlotMap } from "./plot-map.tsx";
import { statusWords } from "./status-words.ts";

interface FleetMapProps {
  groups: readonly PlotGroup[];
  by: PlotGrouping;
  /** Where each grouping is shown. */
  hrefs: Readonly<Record<PlotGrouping, string>>;
  /** What the plots' colours and signs mean. */
  legend: ReactNode;
}

const names: Readonly<Record<PlotGrouping, string>> = { none: "No groups", region: "Region", release: "Release" };
const mostZoom = 6;
/** Groups share the height that the whole fleet has. */
const share = (groups: number): number => 1 / Math.min(groups, 4);

/** The map of plots: grouped by the address, zoomed in place, and once more as a table of counts. */
export function FleetMap({ groups, by, hrefs, legend }: FleetMapProps) {
  const [zoom, setZoom] = useState(0);
  return (
    <div className="rounded-base border border-rule bg-paper-raised">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule px-4 py-2 sm:px-6">
        <nav aria-label="Group the map by" className="flex flex-wrap gap-x-4 text-sm">
          {(Object.keys(names) as PlotGrouping[]).map((grouping) => (
            <Link
              key={grouping}
              href={hrefs[grouping]}
              prefetch={false}
              scroll={false}
              aria-current={grouping === by ? "true" : undefined}
              className="min-h-6 text-ink-muted underline-offset-4 hover:text-ink aria-[current]:text-ink aria-[current]:underline"
            >
              {names[grouping]}
            </Link>
          ))}
        </nav>
        <fieldset className="-mr-2 flex">
          <legend className="sr-only">Zoom</legend>
          <IconButton
            label="Smaller plots"
            size="icon-small"
            aria-disabled={zoom === 0 || undefined}
            onClick={() => setZoom((now) => Math.max(0, now - 1))}
          >
            <Minus aria-hidden="true" strokeWidth={1.5} />
          </IconButton>
          <IconButton
            label="Larger plots"
            size="icon-small"
            aria-disabled={zoom === mostZoom || undefined}
            onClick={() => setZoom((now) => Math.min(mostZoom, now + 1))}
          >
            <Plus aria-hidden="true" strokeWidth={1.5} />
          </IconButton>
        </fieldset>
      </div>
      <div className="grid gap-6 px-4 pt-5 pb-3 sm:px-6 sm:pt-6">
        {groups.map((group) => (
          <div key={group.key}>
            {by !== "none" && (
              <h3 className="caption mb-1.5 font-body tracking-normal">
                {group.name}, {group.plots.length.toLocaleString("en")}
              </h3>
            )}
            <PlotMap group={group} by={by} zoom={zoom} share={share(groups.length)} />
          </div>
        ))}
      </div>
      <div className="border-t border-rule px-4 py-2 sm:px-6">{legend}</div>
      <details className="border-t border-rule px-4 py-2.5 text-sm sm:px-6">
        <summary className="w-fit cursor-pointer text-ink-muted hover:text-ink">The map as a table</summary>
        <MapTable groups={groups} />
      </details>
    </div>
  );
}

/** How many of each group are in each state. */
function MapTable({ groups }: { groups: readonly PlotGroup[] }) {
  const rows = groups.map((group) => ({
    group,
    counts: new Map<TenantStatus, number>(countPlots(group.plots).map(({ status, count }) => [status, count])),
  }));
  const present = tenantStatuses.filter((status) => rows.some(({ counts }) => counts.has(status)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section aria-label="The map as a table" tabIndex={0} className="mt-2 overflow-x-auto">
      <table className="border-collapse text-left">
        <caption className="sr-only">Clients by state</caption>
        <thead>
          <tr className="border-y border-rule">
            <th scope="col" className="caption py-2 pr-4 font-normal">
              Group
            </th>
            {present.map((status) => (
              <th key={status} scope="col" className="caption px-4 py-2 text-right font-normal whitespace-nowrap">
                {statusWords[status].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, counts }) => (
            <tr key={group.key} className="border-b border-rule">
              <th scope="row" className="py-2 pr-4 font-medium whitespace-nowrap">
                {group.name}
              </th>
              {present.map((status) => (
                <td key={status} className="px-4 py-2 text-right tabular-nums">
                  {(counts.get(status) ?? 0).toLocaleString("en")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
