import type { Row } from "@/features/entries/history/compare.ts";

export type Run =
  | { kind: "row"; key: number; row: Row }
  | { kind: "left-out"; key: number; count: number };

/** Lines that are shown before and after a change, to tell where in the text it is. */
const around = 1;

/** The rows to show: long stretches in which nothing differs are only counted. */
export function inRuns(rows: readonly Row[]): Run[] {
  const changes = rows.flatMap(({ kind }, place) => (kind === "changed" ? [place] : []));
  // Nothing differs: it is all there is to see.
  if (changes.length === 0) return rows.map((row, key) => ({ kind: "row", key, row }));
  const near = (place: number) => changes.some((change) => Math.abs(change - place) <= around);
  const runs: Run[] = [];
  let from = 0;
  for (let place = 0; place <= rows.length; place++) {
    const row = rows[place];
    if (row && !near(place)) continue;
    const quiet = rows.slice(from, place);
    // One line takes no more room than saying that it is left out.
    if (quiet.length > 1) runs.push({ kind: "left-out", key: from, count: quiet.length });
    else runs.push(...quiet.map((each): Run => ({ kind: "row", key: from, row: each })));
    if (row) runs.push({ kind: "row", key: place, row });
    from = place + 1;
  }
  return runs;
}
