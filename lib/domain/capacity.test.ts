import { expect, test } from "vitest";
import { parseCapacity, stacksByMemory, subnetsIn } from "./capacity.ts";

const capacity = { cores: 2, memoryBytes: 2 ** 34, memoryFreeBytes: 2 ** 30, diskBytes: null, diskFreeBytes: null };

test("what another version wrote, or nobody, counts as unknown", () => {
  expect(parseCapacity(capacity)).toEqual(capacity);
  for (const value of [null, {}, { ...capacity, cores: "2" }, { ...capacity, memoryBytes: -1 }])
    expect(parseCapacity(value)).toBeNull();
});

test("a gibibyte takes fourteen stacks of 70 MiB, and unknown memory no number at all", () => {
  expect(stacksByMemory(capacity)).toBe(14);
  expect(stacksByMemory({ ...capacity, memoryFreeBytes: null })).toBeNull();
  expect(stacksByMemory(null)).toBeNull();
});

test("a /16 holds 4,096 networks, a /28 one", () => {
  expect([subnetsIn("10.213.0.0/16"), subnetsIn("10.0.0.0/28"), subnetsIn("10.0.0.0/30")]).toEqual([4096, 1, 1]);
});
