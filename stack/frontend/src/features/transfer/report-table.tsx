import { getRouteApi, Link } from "@tanstack/react-router";
import { FileJson } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { entryLink } from "@/features/entries/links.ts";
import type { Report, ReportItem } from "@/features/transfer/api.ts";
import { outcomeLabels, outcomeTones } from "@/features/transfer/outcomes.ts";
import { ReportFilters } from "@/features/transfer/report-filters.tsx";
import { saveAsJson } from "@/features/transfer/save-as-json.ts";
import { kindLabel } from "@/features/transfer/words.ts";

/** Rows; a long report is shown in parts. */
const atOnce = 200;

const route = getRouteApi("/signed-in/shell/transfer/$jobId");

type ReportTableProps = { report: Report; name: string };

/** What became of each thing, narrowed down by outcome and kind. */
export function ReportTable({ report, name }: ReportTableProps) {
  const { outcome, kind } = route.useSearch();
  const [most, setMost] = useState(atOnce);
  const items = report.items.filter(
    (item) => (!outcome || item.outcome === outcome) && (!kind || item.kind === kind),
  );
  return (
    <section aria-label="Report" className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ReportFilters report={report} />
        <Button size="sm" onClick={() => saveAsJson(report, `${name}-report.json`)}>
          <FileJson aria-hidden />
          Save as JSON
        </Button>
      </div>
      <p role="status" className="sr-only">
        {items.length} {items.length === 1 ? "line" : "lines"}
      </p>
      {items.length === 0 ? (
        <p className="mt-6 border-ink border-t pt-6 text-muted">Nothing of this kind.</p>
      ) : (
        <table className="mt-6 w-full border-ink border-t text-left">
          <thead className="sr-only">
            <tr>
              <th scope="col">What</th>
              <th scope="col">What became of it</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, most).map((item, place) => (
              // Two things may be called the same; their places stay.
              // biome-ignore lint/suspicious/noArrayIndexKey: a report does not change any more
              <Line key={place} item={item} />
            ))}
          </tbody>
        </table>
      )}
      {items.length > most && (
        <Button className="mt-6" onClick={() => setMost(most + atOnce)}>
          Show more
        </Button>
      )}
      {report.leftOff > 0 && (
        <p className="mt-6 text-muted text-sm">
          {report.leftOff} more things are counted above and not listed.
        </p>
      )}
    </section>
  );
}

function Line({ item }: { item: ReportItem }) {
  const title = item.title || "Without a title";
  return (
    <tr className="border-rule border-b align-top">
      <th scope="row" className="w-full min-w-0 py-2.5 pr-4 font-normal [overflow-wrap:anywhere]">
        {item.entryId && (item.kind === "page" || item.kind === "post") ? (
          <Link
            {...entryLink({ type: item.kind, id: item.entryId })}
            className="font-medium underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        ) : (
          <span className="font-medium">{title}</span>
        )}
        <span className="block text-muted text-sm">
          {kindLabel(item.kind)}
          {item.reason && (
            <>
              <span aria-hidden> · </span>
              {item.reason}
            </>
          )}
        </span>
      </th>
      <td className="whitespace-nowrap py-2.5 text-right">
        <Badge tone={outcomeTones[item.outcome]}>{outcomeLabels[item.outcome]}</Badge>
      </td>
    </tr>
  );
}
