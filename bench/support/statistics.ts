/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError for none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (at(sorted, Math.ceil(half) - 1) + at(sorted, Math.floor(half))) / 2;
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed (nearest rank). @throws RangeError for none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return at(sorted, Math.max(1, Math.ceil(share * sorted.length)) - 1);
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError("there are no values");
  return value;
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
