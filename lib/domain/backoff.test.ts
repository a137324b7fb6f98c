import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

const almostOne = 1 - Number.EPSILON;

test.each([
  [1, 750, 1_250],
  [2, 1_500, 2_500],
  [3, 3_000, 5_000],
  [6, 24_000, 40_000],
  [7, 45_000, 75_000],
  [8, 45_000, 75_000],
  [10_000, 45_000, 75_000],
])("attempt %d is followed by a pause of %d to %d ms", (attempts, least, most) => {
  expect(backoffMs(attempts, 0)).toBe(least);
  expect(backoffMs(attempts, almostOne)).toBe(most);
});
