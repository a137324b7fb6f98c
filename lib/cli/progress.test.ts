import { expect, test } from "vitest";
import { formatAge, formatDuration } from "./duration.ts";
import { progressLine } from "./progress.ts";

test("a bar says how many, how fast and how long it will take", () => {
  const line = progressLine({ done: 24, failed: 1, settled: 25, total: 100, noun: "clients", elapsed: 50_000 });
  expect(line).toBe(`${"█".repeat(7)}${"░".repeat(21)} 25/100 clients, 1 failed  30.0/min  2 min 30 s left`);
});

test("before anything is done nothing is promised", () => {
  expect(progressLine({ done: 0, failed: 0, settled: 0, total: 5, noun: "clients", elapsed: 10 })).toContain(
    "unknown left",
  );
});

test("durations and ages read well at every size", () => {
  expect([40, 940, 12_345, 59_960, 125_000, 3_840_000].map(formatDuration)).toEqual([
    "0.04 s",
    "0.9 s",
    "12.3 s",
    "1 min 00 s",
    "2 min 05 s",
    "1 h 04 min",
  ]);
  expect([-5, 5_000, 200_000, 26_000_000, 1_100_000_000].map(formatAge)).toEqual([
    "0 s",
    "5 s",
    "3 min",
    "7 h",
    "12 d",
  ]);
});
