import { Prisma, type Tx } from "../db/client.ts";
import { type MetricPoint, type MetricRange, metricRanges } from "../domain/metrics.ts";

interface PointRow {
  readonly at: Date;
  readonly cpu: number | null;
  readonly memory: number | null;
  readonly disk: number | null;
  readonly requests: number | null;
}

/**
 * What a tenant's current stack used over a stretch of time, in evenly spaced points up to now. A
 * point without samples has nulls: nothing is known there, which is not the same as nothing used.
 */
export async function readMetrics(
  db: Tx,
  stackId: string,
  range: MetricRange,
  now = new Date(),
): Promise<MetricPoint[]> {
  const { seconds, step, span } = metricRanges[range];
  const interval = Prisma.sql`${step} * interval '1 second'`;
  const rows = await db.$queryRaw<PointRow[]>`
    WITH steps AS (
      SELECT generate_series(
        date_bin(${interval}, ${now}::timestamptz, 'epoch'::timestamptz) - ${seconds} * interval '1 second' + ${interval},
        date_bin(${interval}, ${now}::timestamptz, 'epoch'::timestamptz),
        ${interval}) AS ends
    )
    SELECT steps.ends AS at, avg(samples.cpu) AS cpu, avg(samples.memory_bytes)::float8 AS memory,
           max(samples.disk_bytes)::float8 AS disk, sum(samples.requests)::float8 AS requests
    FROM steps LEFT JOIN metric_samples samples
      ON samples.stack_id = ${stackId}::uuid AND samples.span_seconds = ${span}
      AND samples.at > steps.ends - ${interval} AND samples.at <= steps.ends
    GROUP BY steps.ends ORDER BY steps.ends`;
  return rows.map(({ at, cpu, memory, disk, requests }) => ({
    at,
    cpu,
    memoryBytes: memory,
    diskBytes: disk,
    requests,
  }));
}
