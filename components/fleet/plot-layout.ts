import { type PlotCodes, statusAt } from "@/lib/domain/plot-codes.ts";
import type { TenantStatus } from "@/lib/domain/status.ts";
import type { Sign } from "./status-words.ts";

/** Where plots lie on a map of a given width; lengths in the map's own units, about pixels. */
export interface PlotLayout {
  readonly columns: number;
  readonly rows: number;
  readonly plot: number;
  readonly gap: number;
  /** So many plots, along and across, stand between two streets. */
  readonly block: number;
  /** What a street is wider than the path between two plots. */
  readonly street: number;
  readonly width: number;
  readonly height: number;
}

interface Sheet {
  readonly width: number;
  /** Plots shrink rather than make the map taller than this, down to the smallest size. */
  readonly maxHeight: number;
}

/** From one client to tens of thousands: side of a plot, the path beside it, plots of a block, its street. */
const sizes = [
  [40, 6, 5, 10],
  [32, 5, 5, 9],
  [25, 4, 5, 7],
  [19, 3, 5, 6],
  [14, 3, 5, 5],
  [11, 2, 5, 5],
  [8, 2, 10, 5],
  [6, 1, 10, 4],
  [4, 1, 10, 3],
  [3, 1, 10, 2],
] as const;

type Measure = Pick<PlotLayout, "plot" | "gap" | "block" | "street">;

/** Where the plot of this number begins, along either side. */
export const startOf = (index: number, { plot, gap, block, street }: Measure): number =>
  index * (plot + gap) + Math.floor(index / block) * street;

/** How long so many plots are, with the paths and streets between them. */
const lengthOf = (count: number, measure: Measure): number => startOf(count - 1, measure) + measure.plot;

/** Whole blocks, as many as fit; one at least. */
function columnsWithin(width: number, measure: Measure): number {
  const { plot, gap, block, street } = measure;
  return block * Math.max(1, Math.floor((width + gap + street) / (block * (plot + gap) + street)));
}

/**
 * The largest plots with which `count` of them fit the sheet.
 * @param zoom so many sizes larger than that; then the map is taller than the sheet
 */
export function layOutPlots(count: number, sheet: Sheet, zoom = 0): PlotLayout {
  const layouts = sizes.map(([plot, gap, block, street]) => {
    const measure = { plot, gap, block, street };
    const columns = columnsWithin(sheet.width, measure);
    const rows = Math.max(1, Math.ceil(count / columns));
    return { ...measure, columns, rows, width: lengthOf(columns, measure), height: lengthOf(rows, measure) };
  });
  const first = layouts.findIndex(({ height }) => height <= sheet.maxHeight);
  const fitting = layouts[Math.max(0, (first === -1 ? layouts.length - 1 : first) - zoom)];
  if (!fitting) throw new Error("there are no sizes");
  return fitting;
}

export interface PlotRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** Neighbours in one row with the same status, as runs: a healthy fleet is a handful of them. */
export function plotRuns(plots: PlotCodes, columns: number): Map<TenantStatus, PlotRun[]> {
  const runs = new Map<TenantStatus, PlotRun[]>();
  let start = 0;
  for (let index = 1; index <= plots.length; index++) {
    if (index < plots.length && index % columns !== 0 && plots[index] === plots[start]) continue;
    const status = statusAt(plots, start);
    if (status) {
      const found = runs.get(status) ?? [];
      found.push({ row: Math.floor(start / columns), column: start % columns, length: index - start });
      runs.set(status, found);
    }
    start = index;
  }
  return runs;
}

/** Path data for runs, a line a block; stroked with dashes of a plot and a gap it draws each plot by itself. */
export function runsPath(runs: readonly PlotRun[], layout: PlotLayout): string {
  const { plot, gap, block } = layout;
  let path = "";
  for (const { row, column, length } of runs) {
    const end = column + length;
    for (let at = column; at < end; ) {
      const until = Math.min(end, at - (at % block) + block);
      path += `M${startOf(at, layout)} ${startOf(row, layout) + plot / 2}h${(until - at) * (plot + gap) - gap}`;
      at = until;
    }
  }
  return path;
}

/** What is left of the last row, as one run; null when it is full. */
export function vacantRun(count: number, { columns, rows }: PlotLayout): PlotRun | null {
  const left = rows * columns - count;
  return left === 0 ? null : { row: rows - 1, column: columns - left, length: left };
}

/** Path data of the sign inside a plot whose corner is at (x, y). */
export function signPath(sign: Sign, x: number, y: number, plot: number): string {
  const inset = plot * 0.26;
  const [left, right, top, bottom] = [x + inset, x + plot - inset, y + inset, y + plot - inset].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const middle = round(y + plot / 2);
  switch (sign) {
    case "plain":
      return "";
    case "slash":
      return `M${left} ${bottom}L${right} ${top}`;
    case "cross":
      return `M${left} ${bottom}L${right} ${top}M${left} ${top}L${right} ${bottom}`;
    case "bar":
      return `M${left} ${middle}H${right}`;
    case "pause": {
      const [first, second] = [round(x + plot * 0.38), round(x + plot * 0.62)];
      return `M${first} ${top}V${bottom}M${second} ${top}V${bottom}`;
    }
    case "hollow":
      return `M${left} ${top}H${right}V${bottom}H${left}Z`;
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Which plot a point of the map belongs to; null in a street, outside, or beyond the last. */
export function plotAt(x: number, y: number, layout: PlotLayout, count: number): number | null {
  const [column, row] = [numberAt(x, layout), numberAt(y, layout)];
  if (column === null || row === null || column >= layout.columns) return null;
  const index = row * layout.columns + column;
  return index < count ? index : null;
}

/** The reverse of `startOf`; half the path at either side belongs to a plot. */
function numberAt(length: number, { plot, gap, block, street }: Measure): number | null {
  const [pitch, from] = [plot + gap, length + gap / 2];
  if (from < 0) return null;
  const blocks = Math.floor(from / (block * pitch + street));
  const within = Math.floor((from - blocks * (block * pitch + street)) / pitch);
  return within < block ? blocks * block + within : null;
}

/** Where an arrow, Home or End leads from a plot; null for any other key. */
export function neighbour(key: string, index: number, columns: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    Home: 0,
    End: count - 1,
  };
  const target = moves[key];
  if (target === undefined) return null;
  return target >= 0 && target < count ? target : index;
}
