import { layoutTable } from "../../lib/cli/table.ts";
import { machineLine } from "../support/machine.ts";
import type { SiteReport } from "./bench-site.ts";
import type { Load } from "./generate-load.ts";

type Row = Load & { readonly name: string };

/** The report for people. */
export function describeSite(report: SiteReport): string[] {
  const { machine, rounds, seconds, connections, pageBytes } = report;
  const rows: Row[] = [
    { name: "a file of its size", ...report.static },
    { name: "a page, cached", ...report.cached },
    { name: "a search, not cached", ...report.uncached },
  ];
  const table = layoutTable<Row>(
    [
      { title: "", text: ({ name }) => name },
      { title: "requests/s", text: ({ perSecond }) => perSecond.toLocaleString("en"), align: "right" },
      { title: "p95", text: ({ p95Ms }) => `${p95Ms} ms`, align: "right" },
    ],
    rows,
    Number.POSITIVE_INFINITY,
  );
  return [
    `${machineLine(machine)}; ${rounds} rounds of ${seconds} s, ${connections} connections, through the edge, ${pageBytes} bytes.`,
    "",
    ...table,
    "",
    `The cached page reaches ${report.cachedRatio} of the file.`,
    `From Publish to the first visitor who sees it: ${report.publishVisibleMedianMs} ms, at most ${report.publishVisibleMs} ms.`,
  ];
}
