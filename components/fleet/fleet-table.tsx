"use client";

import { useTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Fragment, useMemo } from "react";
import type { FleetSortKey } from "@/lib/domain/fleet-search.ts";
import type { FleetRow } from "@/lib/tenants/fleet-row.ts";
import { columnWidth, fleetColumns, fleetFeatures } from "./fleet-columns.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface FleetTableProps {
  rows: FleetRow[];
  total: number;
  /** From 0. */
  page: number;
  pageSize: number;
  sort: FleetSortKey;
  descending: boolean;
  onSort: (sort: FleetSortKey, descending: boolean) => void;
  /** When the rows were read; ages count up to it. */
  now: Date;
}

export function FleetTable({ rows, total, page, pageSize, sort, descending, onSort, now }: FleetTableProps) {
  const columns = useMemo(() => fleetColumns(now), [now]);
  const sorting = useMemo(() => [{ id: sort, desc: descending }], [sort, descending]);
  const pagination = useMemo(() => ({ pageIndex: page, pageSize }), [page, pageSize]);
  const table = useTable({
    features: fleetFeatures,
    columns,
    data: rows,
    rowCount: total,
    manualSorting: true,
    manualPagination: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    sortDescFirst: false,
    autoResetPageIndex: false,
    getRowId: (row) => row.slug,
    state: { sorting, pagination },
    onSortingChange: (update) => {
      const next = (typeof update === "function" ? update(sorting) : update)[0];
      if (next) onSort(next.id as FleetSortKey, next.desc);
    },
  });
  const columnCount = table.getAllLeafColumns().length;

  return (
    <table className="w-full border-collapse text-left text-[0.9375rem]">
      <caption className="sr-only">Clients, sorted by {sort}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className="border-y border-rule">
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
                  className={`caption px-3 py-1 align-bottom font-normal whitespace-nowrap first:pl-0 last:pr-0 ${columnWidth[header.column.id] ?? ""}`}
                >
                  {header.column.getCanSort() ? (
                    <button
                      type="button"
                      onClick={header.column.getToggleSortingHandler()}
                      className={`-mx-1 inline-flex min-h-8 cursor-pointer items-center gap-1 px-1 hover:text-ink ${sorted ? "text-ink" : ""}`}
                    >
                      <table.FlexRender header={header} />
                      {sorted === "asc" && <ArrowUp aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
                      {sorted === "desc" && <ArrowDown aria-hidden="true" strokeWidth={1.5} className="size-3.5" />}
                    </button>
                  ) : (
                    <span className="inline-flex min-h-8 items-center">
                      <table.FlexRender header={header} />
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <Fragment key={row.id}>
            <tr className="border-t border-rule first:border-t-0">
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={`px-3 py-3 align-top first:pl-0 last:pr-0 ${columnWidth[cell.column.id] ?? ""}`}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
            {row.original.problem && <ProblemRow problem={row.original.problem} columnCount={columnCount} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function ProblemRow({ problem, columnCount }: { problem: NonNullable<FleetRow["problem"]>; columnCount: number }) {
  return (
    <tr>
      <td colSpan={columnCount} className="pb-4 text-sm">
        <ProblemNote problem={problem} />
      </td>
    </tr>
  );
}
