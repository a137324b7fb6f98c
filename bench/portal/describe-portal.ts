import { layoutTable } from "../../lib/cli/table.ts";
import { machineLine } from "../support/machine.ts";
import type { PageReport, PortalReport } from "./bench-portal.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

/** The report for people. */
export function describePortal({ tenants, runs, pages, machine }: PortalReport): string[] {
  const table = layoutTable<PageReport>(
    [
      { title: "page", text: ({ name }) => name },
      { title: "median", text: ({ medianMs }) => `${medianMs} ms`, align: "right" },
      { title: "p95", text: ({ p95Ms }) => `${p95Ms} ms`, align: "right" },
      { title: "HTML", text: ({ htmlBytes }) => kilobytes(htmlBytes), align: "right" },
      { title: "HTML, gzip", text: ({ htmlGzipBytes }) => kilobytes(htmlGzipBytes), align: "right" },
      { title: "scripts, gzip", text: ({ scriptGzipBytes }) => kilobytes(scriptGzipBytes), align: "right" },
    ],
    pages,
    Number.POSITIVE_INFINITY,
  );
  return [
    `${machineLine(machine)}; ${tenants.toLocaleString("en")} tenants, ${runs} runs a page, through the edge.`,
    "",
    ...table,
  ];
}
