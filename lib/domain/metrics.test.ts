import { expect, test } from "vitest";
import { coresBetween, growth } from "./metrics.ts";

test("cores are processor time over time that went by", () => {
  expect(coresBetween({ at: 0, value: 5e9 }, { at: 60_000, value: 35e9 })).toBe(0.5);
  expect(coresBetween({ at: 60_000, value: 1 }, { at: 60_000, value: 2 })).toBeNull();
});

test("a counter that fell was started anew, and nothing negative comes of it", () => {
  expect(growth(100, 130)).toBe(30);
  expect(growth(100, 4)).toBe(4);
});
