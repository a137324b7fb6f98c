import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import Link from "next/link";
import { checkStyle } from "@/components/ui/check-style.ts";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { age } from "@/components/ui/time.ts";
import type { FleetRow } from "@/lib/tenants/fleet-row.ts";
import type { OptionalColumn } from "./fleet-view.ts";
import { placeWords } from "./place-words.ts";
import { SelectPage } from "./select-page.tsx";
import { servicesSummary } from "./services-summary.ts";
import { StatusLabel } from "./status-label.tsx";

/** Searching, sorting and paging are PostgreSQL's; the table only knows what it is sorted by. */
export const fleetFeatures = tableFeatures({ coreReactivityFeature: storeReactivityBindings(), rowSortingFeature });

const helper = createColumnHelper<typeof fleetFeatures, FleetRow>();

/** @param canSelect whether rows can be chosen for actions on many */
export const fleetColumns = (now: Date, shown: readonly OptionalColumn[], canSelect: boolean) =>
  allColumns(now).filter(
    ({ id }) => id === "name" || (id === "select" ? canSelect : shown.includes(id as OptionalColumn)),
  );

const allColumns = (now: Date) =>
  helper.columns([
    helper.display({
      id: "select",
      header: () => <SelectPage />,
      cell: ({ row: { original } }) => (
        <input
          type="checkbox"
          name="slug"
          value={original.slug}
          aria-label={`Select ${original.name}`}
          className={checkStyle}
        />
      ),
    }),
    helper.accessor("name", {
      id: "name",
      header: "Client",
      cell: ({ row: { original } }) => (
        <>
          <Link href={`/admin/tenants/${original.slug}`} prefetch={false} className="link font-medium wrap-anywhere">
            {original.name}
          </Link>
          <span className="caption block font-mono text-[0.75rem]">{original.slug}</span>
        </>
      ),
    }),
    helper.accessor("status", {
      id: "status",
      header: "Status",
      cell: ({ row: { original } }) => <StatusLabel status={original.status} />,
    }),
    helper.accessor("url", {
      id: "url",
      header: "Site",
      enableSorting: false,
      cell: ({ row: { original } }) => <SiteLink url={original.url} />,
    }),
    helper.accessor("engine", {
      id: "engine",
      header: "Region / engine",
      cell: ({ row: { original } }) => <span className="whitespace-nowrap">{placeWords(original)}</span>,
    }),
    helper.accessor("release", {
      id: "release",
      header: "Release",
      cell: ({ row: { original } }) => (
        <span className="font-mono text-[0.8125rem]">{original.release?.slice(0, 12) ?? "–"}</span>
      ),
    }),
    helper.accessor("services", {
      id: "services",
      header: "Services",
      enableSorting: false,
      cell: ({ row: { original } }) => (
        <span className="xl:whitespace-nowrap">{servicesSummary(original.services)}</span>
      ),
    }),
    helper.accessor("createdAt", {
      id: "age",
      header: "Age",
      cell: ({ row: { original } }) => (
        <time dateTime={original.createdAt.toISOString()} className="whitespace-nowrap">
          {age(original.createdAt, now)}
        </time>
      ),
    }),
  ]);

/** What is left out as the screen narrows; a client's own page has it all. */
export const columnWidth: Readonly<Record<string, string>> = {
  url: "hidden md:table-cell",
  engine: "hidden xl:table-cell",
  release: "hidden xl:table-cell",
  services: "hidden lg:table-cell",
  age: "hidden sm:table-cell",
};
