import { expect, test } from "vitest";
import { bytes, cores, count } from "./amounts.ts";

test("amounts have the unit that fits and as many digits as one reads", () => {
  expect([0, 999, 1_500, 65_400_000, 1.2e9, 5e15].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1.5 kB",
    "65 MB",
    "1.2 GB",
    "5000 TB",
  ]);
  expect([0, 0.0005, 0.042, 0.5, 1.25].map(cores)).toEqual(["0 %", "0.05 %", "4.2 %", "50 %", "125 %"]);
  expect(count(12_345)).toBe("12,345");
});

test("what is not known is a dash, not a zero", () =>
  expect([bytes(null), cores(null), count(null)]).toEqual(["–", "–", "–"]));
