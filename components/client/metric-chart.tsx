import { moment } from "@/components/ui/time.ts";
import type { MetricPoint } from "@/lib/domain/metrics.ts";
import { axisValues, type ChartPoint, stretches } from "./chart-scale.ts";

export interface Measure {
  readonly id: keyof Omit<MetricPoint, "at">;
  readonly name: string;
  /** What the figures mean, in a line. */
  readonly hint: string;
  readonly format: (value: number | null) => string;
}

interface MetricChartProps {
  measure: Measure;
  points: readonly MetricPoint[];
  /** How the moments below the chart are written. */
  tick: (at: Date) => string;
}

const width = 560;
const height = 180;
const left = 56;
const bottom = 24;
const top = 8;

/** One measure over time, drawn on the server: it asks the browser for no script at all. */
export function MetricChart({ measure, points, tick }: MetricChartProps) {
  const values = points.map((point) => point[measure.id]);
  const known = values.filter((value) => value !== null);
  const axis = axisValues(Math.max(0, ...known));
  const largest = axis.at(-1) ?? 1;
  const step = (width - left) / Math.max(1, points.length);
  const xOf = (index: number): number => left + step * (index + 0.5);
  const yOf = (value: number): number => top + (height - top - bottom) * (1 - value / largest);
  const line: ChartPoint[] = values.map((value, index) => ({ x: xOf(index), y: value === null ? null : yOf(value) }));
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-lg">{measure.name}</h3>
        <span className="caption">{measure.hint}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(measure, known)} className="w-full">
        {axis.map((value) => (
          <g key={value}>
            <line x1={left} x2={width} y1={yOf(value)} y2={yOf(value)} className="stroke-rule" strokeWidth="1" />
            <text x={left - 8} y={yOf(value) + 4} textAnchor="end" className="fill-ink-muted text-[11px] tabular-nums">
              {measure.format(value)}
            </text>
          </g>
        ))}
        {ticksOf(points.length).map((index) => (
          <text
            key={index}
            x={xOf(index)}
            y={height - 6}
            textAnchor={index === 0 ? "start" : index === points.length - 1 ? "end" : "middle"}
            className="fill-ink-muted text-[11px] tabular-nums"
          >
            {points[index] && tick(points[index].at)}
          </text>
        ))}
        {stretches(line).map((stretch) =>
          stretch.length === 1 ? (
            <circle key={stretch[0]?.x} cx={stretch[0]?.x} cy={stretch[0]?.y} r="2" className="fill-green" />
          ) : (
            <g key={stretch[0]?.x}>
              <path d={areaOf(stretch, yOf(0))} className="fill-green-soft" />
              <path d={pathOf(stretch)} className="fill-none stroke-green" strokeWidth="1.5" strokeLinejoin="round" />
            </g>
          ),
        )}
        {points.map((point, index) => (
          <rect
            key={point.at.getTime()}
            x={xOf(index) - step / 2}
            y={top}
            width={step}
            height={height - top - bottom}
            fill="transparent"
          >
            <title>{`${moment(point.at)}: ${point[measure.id] === null ? "not sampled" : measure.format(point[measure.id])}`}</title>
          </rect>
        ))}
      </svg>
    </figure>
  );
}

/** First, last and three between. */
const ticksOf = (count: number): number[] =>
  count < 5 ? [...Array(count).keys()] : [0, 1, 2, 3, 4].map((part) => Math.round(((count - 1) * part) / 4));

const round = (value: number): string => value.toFixed(1);
const pathOf = (stretch: readonly { x: number; y: number }[]): string =>
  stretch.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
const areaOf = (stretch: readonly { x: number; y: number }[], base: number): string =>
  `${pathOf(stretch)}V${round(base)}H${round(stretch[0]?.x ?? 0)}Z`;

function summary({ name, format }: Measure, known: readonly number[]): string {
  if (known.length === 0) return `${name}: nothing was sampled`;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return `${name}: from ${format(Math.min(...known))} to ${format(Math.max(...known))}, ${format(mean)} on average, ${format(known.at(-1) ?? null)} at the end`;
}
