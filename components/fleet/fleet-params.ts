import { createLoader, parseAsBoolean, parseAsInteger, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { type FleetSearch, fleetSortKeys } from "@/lib/domain/fleet-search.ts";
import { tenantStatuses } from "@/lib/domain/status.ts";

/** What of the fleet is shown, as it stands in the address: shareable, and kept by “back”. */
export const fleetParams = {
  q: parseAsString.withDefault(""),
  status: parseAsNativeArrayOf(parseAsStringLiteral(tenantStatuses)),
  sort: parseAsStringLiteral(fleetSortKeys).withDefault("name"),
  desc: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};

export const pageSize = 50;
const longestSearch = 100;

const load = createLoader(fleetParams);

export async function loadFleetSearch(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<FleetSearch> {
  const { q, status, sort, desc, page } = await load(searchParams);
  return {
    text: q.replaceAll("\0", "").trim().slice(0, longestSearch),
    statuses: status,
    sort,
    descending: desc,
    page: Math.min(Math.max(page, 1), 1_000_000) - 1,
    pageSize,
  };
}
