/** What is kept of a stack's usage, for how long, and how it is shown. */

/** Span of one sample and how long it is kept. Seconds. */
export const fineSamples = { span: 60, kept: 86_400 } as const;
/** What fine samples are rolled up into. */
export const coarseSamples = { span: 900, kept: 7 * 86_400 } as const;

/** Averages of one stack over a span that ended at `at`. */
export interface UsageSample {
  readonly stackId: string;
  readonly at: Date;
  /** Cores. */
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly diskBytes: number | null;
  readonly requests: number | null;
}

/** Stretches of time that a page shows, each in so many points. Seconds. */
export const metricRanges = {
  "1h": { name: "1 hour", seconds: 3_600, step: 60, span: fineSamples.span },
  "24h": { name: "24 hours", seconds: 86_400, step: 600, span: fineSamples.span },
  "7d": { name: "7 days", seconds: 7 * 86_400, step: 3_600, span: coarseSamples.span },
} as const;
export type MetricRange = keyof typeof metricRanges;

export const isMetricRange = (text: string | undefined): text is MetricRange =>
  text !== undefined && Object.hasOwn(metricRanges, text);

/** One point of a chart; null where nothing was sampled. */
export interface MetricPoint {
  /** End of the stretch it stands for. */
  readonly at: Date;
  readonly cpu: number | null;
  readonly memoryBytes: number | null;
  readonly diskBytes: number | null;
  readonly requests: number | null;
}

/** Two readings of counters that only grow. */
export interface CounterReading {
  readonly at: number;
  readonly value: number;
}

/** How much a counter grew; one that fell began anew, and what it shows is what came since. */
export const growth = (before: number, now: number): number => (now >= before ? now - before : now);

/** Cores used between two readings of processor time in nanoseconds; times in milliseconds. */
export function coresBetween(before: CounterReading, now: CounterReading): number | null {
  const elapsedMs = now.at - before.at;
  return elapsedMs > 0 ? growth(before.value, now.value) / 1e6 / elapsedMs : null;
}
