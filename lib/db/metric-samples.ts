import { coarseSamples, fineSamples, type UsageSample } from "../domain/metrics.ts";
import { type Db, Prisma } from "./client.ts";

/** Notes what many stacks used over the last span. A stack that was purged meanwhile is passed over. */
export async function addSamples(db: Db, samples: readonly UsageSample[]): Promise<void> {
  if (samples.length === 0) return;
  const values = samples.map(
    ({ stackId, at, cpu, memoryBytes, diskBytes, requests }) =>
      Prisma.sql`(${stackId}::uuid, ${at}::timestamptz, ${cpu}::float8, ${Math.round(memoryBytes)}::bigint,
        ${diskBytes === null ? null : Math.round(diskBytes)}::bigint, ${requests}::int)`,
  );
  await db.$executeRaw`
    INSERT INTO metric_samples (stack_id, span_seconds, at, cpu, memory_bytes, disk_bytes, requests)
    SELECT id, ${fineSamples.span}::int, given.at, given.cpu, given.memory, given.disk, given.requests
    FROM (VALUES ${Prisma.join(values)}) AS given (stack_id, at, cpu, memory, disk, requests)
    JOIN stacks ON stacks.id = given.stack_id
    ON CONFLICT DO NOTHING`;
}

/** A sample may be written a little after the moment it is about. Seconds. */
const settleSeconds = 30;

/**
 * Rolls fine samples up into coarse ones, window by window, and takes away what is too old. Each
 * window is done once, when it is over: averages of what is a level, sums of what is counted.
 */
export async function rollUpSamples(db: Db, now = new Date()): Promise<void> {
  const window = Prisma.sql`${coarseSamples.span} * interval '1 second'`;
  await db.$executeRaw`
    WITH bounds AS (
      SELECT coalesce(max(at), ${now}::timestamptz - ${fineSamples.kept} * interval '1 second') AS since
      FROM metric_samples WHERE span_seconds = ${coarseSamples.span}
    ), windows AS (
      -- A sample is about the time before it: one on the hour belongs to the window that ends there.
      SELECT samples.*, date_bin(${window}, samples.at - interval '1 microsecond', 'epoch'::timestamptz) + ${window} AS ends
      FROM metric_samples samples, bounds
      WHERE span_seconds = ${fineSamples.span} AND samples.at > bounds.since
    )
    INSERT INTO metric_samples (stack_id, span_seconds, at, cpu, memory_bytes, disk_bytes, requests)
    SELECT stack_id, ${coarseSamples.span}::int, ends, avg(cpu), avg(memory_bytes)::bigint,
           (array_agg(disk_bytes ORDER BY at DESC) FILTER (WHERE disk_bytes IS NOT NULL))[1], sum(requests)::int
    FROM windows WHERE ends <= ${now}::timestamptz - ${settleSeconds} * interval '1 second'
    GROUP BY stack_id, ends
    ON CONFLICT DO NOTHING`;
  for (const { span, kept } of [fineSamples, coarseSamples])
    await db.$executeRaw`
      DELETE FROM metric_samples
      WHERE span_seconds = ${span} AND at < ${now}::timestamptz - ${kept} * interval '1 second'`;
}
