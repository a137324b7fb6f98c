import { expect, test } from "vitest";
import { compareLines } from "@/features/entries/history/compare.ts";
import { inRuns } from "@/features/entries/history/runs.ts";

const lines = ["a", "b", "c", "d", "e", "f"];
const shape = (before: string[], after: string[]) =>
  inRuns(compareLines(before, after)).map((run) =>
    run.kind === "left-out" ? `${run.count} left out` : run.row.kind,
  );

test("what is far from a change is only counted, its neighbours are shown", () => {
  expect(shape(lines, lines.with(3, "D"))).toEqual([
    "2 left out",
    "same",
    "changed",
    "same",
    "same",
  ]);
  expect(shape(lines, [...lines, "g"])).toEqual(["5 left out", "same", "changed"]);
});

test("where nothing differs all is shown", () => {
  expect(shape(lines, lines)).toHaveLength(lines.length);
});
