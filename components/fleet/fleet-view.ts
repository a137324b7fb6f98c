import type { FleetSearch, PlotGrouping } from "@/lib/domain/fleet-search.ts";

/** Apart from fleet-params.ts, whose parsers the browser need not be sent. */

/** Columns that can be left out; a client's name always stands there. */
export const optionalColumns = ["status", "url", "engine", "release", "services", "age"] as const;
export type OptionalColumn = (typeof optionalColumns)[number];

/** What of the fleet is shown, and how. */
export interface FleetView extends FleetSearch {
  readonly columns: readonly OptionalColumn[];
  readonly map: PlotGrouping;
}
