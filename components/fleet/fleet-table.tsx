import { constructTable, type Header } from "@tanstack/table-core";
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import type { FleetSortKey } from "@/lib/domain/fleet-search.ts";
import type { FleetRow } from "@/lib/tenants/fleet-row.ts";
import type { FleetPage } from "@/lib/tenants/search-fleet.ts";
import { columnWidth, fleetColumns, fleetFeatures } from "./fleet-columns.tsx";
import { fleetHref } from "./fleet-params.ts";
import type { FleetView } from "./fleet-view.ts";
import { ProblemNote } from "./problem-note.tsx";

interface FleetTableProps {
  found: FleetPage;
  search: FleetView;
  /** When the rows were read; ages count up to it. */
  now: Date;
  /** Whether rows can be chosen for actions on many. */
  canSelect: boolean;
}

/** The register, made on the server: sorting is a link, and the browser is sent no table code. */
export function FleetTable({ found, search, now, canSelect }: FleetTableProps) {
  const columns = fleetColumns(now, search.columns, canSelect);
  const table = constructTable({
    features: fleetFeatures,
    columns,
    data: found.rows,
    manualSorting: true,
    getRowId: (row) => row.slug,
    initialState: { sorting: [{ id: search.sort, desc: search.descending }] },
  });
  return (
    <table className="w-full border-collapse text-left text-[0.9375rem]">
      <caption className="sr-only">Clients</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="border-y border-rule">
            {group.headers.map((header) => (
              <ColumnHeader key={header.id} header={header} search={search} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <Fragment key={row.id}>
            <tr className="border-t border-rule first:border-t-0 has-[input:checked]:bg-green-soft">
              {row.getAllCells().map((cell) => (
                <td
                  key={cell.id}
                  className={`px-3 py-3 align-top first:pl-0 last:pr-0 ${columnWidth[cell.column.id] ?? ""}`}
                >
                  {rendered(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
            {row.original.problem && (
              <tr>
                <td colSpan={columns.length} className="pb-4 text-sm">
                  <ProblemNote problem={row.original.problem} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface ColumnHeaderProps {
  header: Header<typeof fleetFeatures, FleetRow>;
  search: FleetView;
}

function ColumnHeader({ header, search }: ColumnHeaderProps) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const label = rendered(column.columnDef.header, header.getContext());
  return (
    <th
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={`caption px-3 py-1 align-bottom font-normal whitespace-nowrap first:pl-0 last:pr-0 ${columnWidth[column.id] ?? ""}`}
    >
      {column.getCanSort() ? (
        <Link
          href={fleetHref(search, { sort: column.id as FleetSortKey, descending: sorted === "asc" })}
          prefetch={false}
          scroll={false}
          className={`inline-flex min-h-8 items-center gap-1 hover:text-ink ${sorted ? "text-ink" : ""}`}
        >
          {label}
          {sorted === "asc" && <ArrowUp aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
          {sorted === "desc" && <ArrowDown aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
        </Link>
      ) : (
        <span className="inline-flex min-h-8 items-center">{label}</span>
      )}
    </th>
  );
}

/** A column's header or cell: a text, or a function of the context. */
function rendered<Context>(template: ReactNode | ((context: Context) => unknown), context: Context): ReactNode {
  return typeof template === "function" ? (template(context) as ReactNode) : template;
}
