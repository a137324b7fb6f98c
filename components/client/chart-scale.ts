/** The arithmetic of a chart: round steps for its axis, and lines that stop where nothing is known. */

/** Values for the lines across a chart, from 0 to at least `largest`, in steps of 1, 2 or 5 times a power of ten. */
export function axisValues(largest: number, most = 4): number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

export interface ChartPoint {
  readonly x: number;
  /** Null where nothing was sampled. */
  readonly y: number | null;
}

/** Stretches without gaps; each is drawn as a line of its own, a lone point as a dot. */
export function stretches(points: readonly ChartPoint[]): (ChartPoint & { readonly y: number })[][] {
  const found: (ChartPoint & { readonly y: number })[][] = [];
  let open: (ChartPoint & { readonly y: number })[] | null = null;
  for (const { x, y } of points) {
    if (y === null) open = null;
    else if (open) open.push({ x, y });
    else {
      open = [{ x, y }];
      found.push(open);
    }
  }
  return found;
}
