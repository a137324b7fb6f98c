import type { Metadata } from "next";
import Link from "next/link";
import { bytes, cores, count } from "@/components/client/amounts.ts";
import { type Measure, MetricChart } from "@/components/client/metric-chart.tsx";
import { RefreshEvery } from "@/components/client/refresh-every.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { tabListStyle, tabStyle } from "@/components/ui/tab-style.ts";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { moment } from "@/components/ui/time.ts";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { isMetricRange, type MetricPoint, type MetricRange, metricRanges } from "@/lib/domain/metrics.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readMetrics } from "@/lib/tenants/read-metrics.ts";
import { TenantShell } from "../tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ range?: string | string[] }>;
}

export const metadata: Metadata = { title: "Metrics" };

const measures: readonly Measure[] = [
  { id: "cpu", name: "Processor", hint: "of one core", format: cores },
  { id: "memoryBytes", name: "Memory", hint: "of database, CMS and website", format: bytes },
  { id: "diskBytes", name: "Database", hint: "on disk", format: bytes },
  { id: "requests", name: "Requests", hint: "answered by site and CMS", format: count },
];

export default tenantPage<Props>("tenant.metrics", async (context, { searchParams }) => {
  const asked = (await searchParams).range;
  const range: MetricRange = typeof asked === "string" && isMetricRange(asked) ? asked : "1h";
  const points = context.stackId === null ? [] : await readMetrics(portalDb(), context.stackId, range);
  const isEmpty = points.every(({ cpu }) => cpu === null);
  return (
    <TenantShell context={context}>
      {() => (
        <>
          <RefreshEvery seconds={60} />
          <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
            <h2 className="text-2xl">What it used</h2>
            <Ranges slug={context.slug} current={range} />
          </div>
          {isEmpty ? (
            <EmptyState
              title="Nothing was measured in this time"
              action={
                range !== "7d" && (
                  <Link href={`/t/${context.slug}/metrics?range=7d`} prefetch={false} className="link">
                    Look at seven days
                  </Link>
                )
              }
            >
              Figures are taken once a minute while your CMS runs. The first come within two minutes.
            </EmptyState>
          ) : (
            <>
              <div className="grid gap-x-12 gap-y-12 lg:grid-cols-2">
                {measures.map((measure) => (
                  <MetricChart key={measure.id} measure={measure} points={points} tick={ticks[range]} />
                ))}
              </div>
              <Figures points={points} />
            </>
          )}
        </>
      )}
    </TenantShell>
  );
});

const clock = (at: Date): string => at.toISOString().slice(11, 16);
const day = (at: Date): string => at.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const ticks: Readonly<Record<MetricRange, (at: Date) => string>> = { "1h": clock, "24h": clock, "7d": day };

function Ranges({ slug, current }: { slug: string; current: MetricRange }) {
  return (
    <nav aria-label="Time shown" className={tabListStyle}>
      {Object.entries(metricRanges).map(([range, { name }]) => (
        <Link
          key={range}
          href={`/t/${slug}/metrics?range=${range}`}
          prefetch={false}
          scroll={false}
          aria-current={range === current ? "page" : undefined}
          className={tabStyle}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** The same figures in words, newest first. */
function Figures({ points }: { points: readonly MetricPoint[] }) {
  return (
    <details className="mt-12">
      <summary className="link w-fit cursor-pointer">All figures as a table (times in UTC)</summary>
      <div className="mt-4">
        <Table caption="What was used, newest first">
          <thead>
            <tr>
              <Th>Until</Th>
              {measures.map(({ id, name }) => (
                <Th key={id} numeric>
                  {name}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <Tr key={point.at.getTime()}>
                <RowTh className="font-normal whitespace-nowrap">{moment(point.at).replace(" UTC", "")}</RowTh>
                {measures.map(({ id, format }) => (
                  <Td key={id} numeric>
                    {format(point[id])}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
