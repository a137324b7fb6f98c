import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { type FleetSearch, fleetSortKeys } from "@/lib/domain/fleet-search.ts";
import { tenantStatuses } from "@/lib/domain/status.ts";

/** What of the fleet is shown, as it stands in the address: shareable, and kept by “back”. */
const parameters = {
  q: parseAsString.withDefault(""),
  status: parseAsNativeArrayOf(parseAsStringLiteral(tenantStatuses)).withDefault([]),
  sort: parseAsStringLiteral(fleetSortKeys).withDefault("name"),
  desc: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
};

const pageSize = 25;
export const longestSearch = 100;

const load = createLoader(parameters);
const serialize = createSerializer(parameters);

/** Reads an address; what makes no sense in it is left out. */
export function parseFleetSearch(searchParams: Record<string, string | string[] | undefined>): FleetSearch {
  const { q, status, sort, desc, page } = load(searchParams);
  return {
    text: q.replaceAll("\0", "").trim().slice(0, longestSearch),
    statuses: status,
    sort,
    descending: desc,
    page: Math.min(Math.max(page, 1), 1_000_000) - 1,
    pageSize,
  };
}

/** The address that shows a search with some of it changed; any change but of the page starts at the first. */
export function fleetHref(search: FleetSearch, change: Partial<FleetSearch>): string {
  const { text, statuses, sort, descending, page } = { ...search, page: 0, ...change };
  return serialize("/admin", { q: text, status: [...statuses], sort, desc: descending, page: page + 1 });
}
