import type { Intent, TenantStatus } from "./status.ts";

export const fleetSortKeys = ["name", "status", "engine", "release", "age"] as const;
export type FleetSortKey = (typeof fleetSortKeys)[number];

export const intents = ["running", "hibernated", "suspended", "closed"] as const satisfies readonly Intent[];

/** What the map of plots is grouped by. */
export const plotGroupings = ["none", "region", "release"] as const;
export type PlotGrouping = (typeof plotGroupings)[number];

/** Which tenants; empty lists stand for all. */
export interface FleetFilter {
  /** Part of a slug, name or owner's address; empty for all. */
  readonly text: string;
  readonly statuses: readonly TenantStatus[];
  readonly regions: readonly string[];
  readonly releases: readonly string[];
  readonly intents: readonly Intent[];
  /** Only those whose last attempt failed, for good or for now. */
  readonly problem: boolean;
}

/** A filter that leaves nobody out. */
export const everything: FleetFilter = {
  text: "",
  statuses: [],
  regions: [],
  releases: [],
  intents: [],
  problem: false,
};

export interface FleetSearch extends FleetFilter {
  readonly sort: FleetSortKey;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
}
