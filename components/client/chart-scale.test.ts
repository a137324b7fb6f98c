import { expect, test } from "vitest";
import { axisValues, stretches } from "./chart-scale.ts";

test("an axis has round values that reach over the largest", () => {
  expect(axisValues(0.037)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
  expect(axisValues(66)).toEqual([0, 20, 40, 60, 80]);
  expect(axisValues(100)).toEqual([0, 50, 100]);
  expect(axisValues(0)).toEqual([0, 1]);
});

test("a line stops where nothing was sampled and begins anew", () => {
  const points = [1, null, null, 2, 3, null, 4].map((y, x) => ({ x, y }));
  expect(stretches(points).map((line) => line.map(({ y }) => y))).toEqual([[1], [2, 3], [4]]);
  expect(stretches([{ x: 0, y: null }])).toEqual([]);
});
