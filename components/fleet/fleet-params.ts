import {
  createLoader,
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { fleetSortKeys, intents, plotGroupings } from "@/lib/domain/fleet-search.ts";
import { tenantStatuses } from "@/lib/domain/status.ts";
import { type FleetView, optionalColumns } from "./fleet-view.ts";

/** As it stands in the address: shareable, and kept by “back”. */
const parameters = {
  q: parseAsString.withDefault(""),
  status: parseAsNativeArrayOf(parseAsStringLiteral(tenantStatuses)).withDefault([]),
  region: parseAsNativeArrayOf(parseAsString).withDefault([]),
  release: parseAsNativeArrayOf(parseAsString).withDefault([]),
  intent: parseAsNativeArrayOf(parseAsStringLiteral(intents)).withDefault([]),
  problem: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(fleetSortKeys).withDefault("name"),
  desc: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  col: parseAsNativeArrayOf(parseAsStringLiteral(optionalColumns)).withDefault([...optionalColumns]),
  map: parseAsStringLiteral(plotGroupings).withDefault("none"),
};

const pageSize = 25;
export const longestSearch = 100;
const mostIds = 50;

const load = createLoader(parameters);
const serialize = createSerializer(parameters);

const ids = (given: readonly string[]): string[] =>
  given.filter((id) => id !== "" && id.length <= longestSearch && !id.includes("\0")).slice(0, mostIds);

/** Reads an address; what makes no sense in it is left out. */
export function parseFleetSearch(searchParams: Record<string, string | string[] | undefined>): FleetView {
  const { q, status, region, release, intent, problem, sort, desc, page, col, map } = load(searchParams);
  return {
    text: q.replaceAll("\0", "").trim().slice(0, longestSearch),
    statuses: status,
    regions: ids(region),
    releases: ids(release),
    intents: intent,
    problem,
    sort,
    descending: desc,
    page: Math.min(Math.max(page, 1), 1_000_000) - 1,
    pageSize,
    columns: col,
    map,
  };
}

/** The address that shows a search with some of it changed; any change but of the page starts at the first. */
export const fleetHref = (view: FleetView, change: Partial<FleetView>): string =>
  serialize("/admin", toParameters({ ...view, page: 0, ...change }));

/** The same search as a file. */
export const exportHref = (view: FleetView): string =>
  serialize("/api/admin/fleet/export", toParameters({ ...view, page: 0 }));

/** A search as it is kept, without its page. */
export const fleetQuery = (view: FleetView): string => fleetHref(view, {}).split("?")[1] ?? "";

function toParameters(view: FleetView) {
  return {
    q: view.text,
    status: [...view.statuses],
    region: [...view.regions],
    release: [...view.releases],
    intent: [...view.intents],
    problem: view.problem,
    sort: view.sort,
    desc: view.descending,
    page: view.page + 1,
    col: [...view.columns],
    map: view.map,
  };
}
