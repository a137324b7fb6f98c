/** Amounts as people read them; a dash where nothing is known. */

const unknown = "–";

export function bytes(value: number | null): string {
  if (value === null) return unknown;
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(Math.max(1, value)) / Math.log(1_000))));
  const scaled = value / 1_000 ** power;
  return `${scaled < 10 && power > 0 ? scaled.toFixed(1) : Math.round(scaled)} ${units[power]}`;
}

/** Of one core. */
export function cores(value: number | null): string {
  if (value === null) return unknown;
  const percent = value * 100;
  const digits = percent === 0 || percent >= 10 ? 0 : percent < 1 ? 2 : 1;
  return `${percent.toFixed(digits)} %`;
}

export const count = (value: number | null): string => (value === null ? unknown : value.toLocaleString("en"));
