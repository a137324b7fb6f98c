import { createColumnHelper, rowSortingFeature, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import Link from "next/link";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { age } from "@/components/ui/time.ts";
import type { FleetRow } from "@/lib/tenants/fleet-row.ts";
import { servicesSummary } from "./services-summary.ts";
import { StatusLabel } from "./status-label.tsx";

/** Searching, sorting and paging are PostgreSQL's; the table only knows what it is sorted by. */
export const fleetFeatures = tableFeatures({ coreReactivityFeature: storeReactivityBindings(), rowSortingFeature });

const helper = createColumnHelper<typeof fleetFeatures, FleetRow>();

export const fleetColumns = (now: Date) =>
  helper.columns([
    helper.accessor("name", {
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
      header: "Status",
      cell: ({ row: { original } }) => <StatusLabel status={original.status} />,
    }),
    helper.accessor("url", {
      header: "Site",
      enableSorting: false,
      cell: ({ row: { original } }) => <SiteLink url={original.url} />,
    }),
    helper.accessor("engine", {
      header: "Region / engine",
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {original.region} / {original.engine ?? "–"}
        </span>
      ),
    }),
    helper.accessor("release", {
      header: "Release",
      cell: ({ row: { original } }) => (
        <span className="font-mono text-[0.8125rem]">{original.release?.slice(0, 12) ?? "–"}</span>
      ),
    }),
    helper.accessor("services", {
      header: "Services",
      enableSorting: false,
      cell: ({ row: { original } }) => servicesSummary(original.services),
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
