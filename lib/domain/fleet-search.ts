import type { TenantStatus } from "./status.ts";

export const fleetSortKeys = ["name", "status", "engine", "release", "age"] as const;
export type FleetSortKey = (typeof fleetSortKeys)[number];

export interface FleetSearch {
  /** Part of a slug, name or owner's address; empty for all. */
  readonly text: string;
  /** Empty for all. */
  readonly statuses: readonly TenantStatus[];
  readonly sort: FleetSortKey;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
}
