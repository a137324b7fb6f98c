import { expect, test } from "vitest";
import { backoffMs } from "./mail-backoff.ts";

test("waits longer each time, and never longer than six hours", () => {
  expect([1, 2, 3, 4].map(backoffMs)).toEqual([15_000, 60_000, 240_000, 960_000]);
  expect(backoffMs(12)).toBe(6 * 3_600_000);
  expect(backoffMs(1_000)).toBe(6 * 3_600_000);
});
