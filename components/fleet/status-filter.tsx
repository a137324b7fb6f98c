import Link from "next/link";
import { countPlots, type PlotCodes } from "@/lib/domain/plot-codes.ts";
import type { TenantStatus } from "@/lib/domain/status.ts";
import { fleetHref } from "./fleet-params.ts";
import type { FleetView } from "./fleet-view.ts";
import { PlotSign } from "./plot-sign.tsx";
import { statusWords } from "./status-words.ts";

interface StatusFilterProps {
  plots: PlotCodes;
  search: FleetView;
}

/** The map's legend; each line of it narrows the register to its status, and widens it again. */
export function StatusFilter({ plots, search }: StatusFilterProps) {
  const counts = countPlots(plots);
  const absent = search.statuses.filter((status) => counts.every((entry) => entry.status !== status));
  return (
    <ul aria-label="Show only" className="-ml-2.5 flex flex-wrap gap-1">
      {[...counts, ...absent.map((status) => ({ status, count: 0 }))].map(({ status, count }) => {
        const isChosen = search.statuses.includes(status);
        return (
          <li key={status}>
            <Link
              href={fleetHref(search, { statuses: toggled(search.statuses, status) })}
              prefetch={false}
              scroll={false}
              aria-current={isChosen ? "true" : undefined}
              title={statusWords[status].meaning}
              className="inline-flex min-h-9 items-center gap-2 rounded-base border border-transparent px-2.5 text-sm hover:bg-paper-sunken aria-[current]:border-rule-strong aria-[current]:bg-paper-raised"
            >
              <PlotSign status={status} />
              {statusWords[status].label}
              <span className="text-ink-muted tabular-nums">{count.toLocaleString("en")}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

const toggled = (statuses: readonly TenantStatus[], status: TenantStatus): TenantStatus[] =>
  statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status];
