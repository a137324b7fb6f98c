import { describe, expect, it } from "vitest";
import { median, percentile } from "./statistics.ts";

describe("median", () => {
  it("is the value in the middle, whatever order they came in", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("is the mean of the two in the middle when there is no one middle", () => {
    expect(median([10, 2, 4, 8])).toBe(6);
  });

  it("sorts numbers as numbers", () => {
    expect(median([100, 9, 20])).toBe(20);
  });

  it("refuses to make one up from nothing", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it("is a value that was measured, by nearest rank", () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0.951)).toBe(96);
  });

  it("of few values is the worst of them", () => {
    expect(percentile([3, 1, 2], 0.95)).toBe(3);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it("leaves the values in the order they were in", () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
});
