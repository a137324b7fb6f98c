import { expect, test } from "vitest";
import { parseUsage } from "./read-usage.ts";

const cpu_stats = { cpu_usage: { total_usage: 123_000_000 } };

test("cgroup v1 and v2 name the cache that would be given back differently", () => {
  const v1 = { usage: 100, stats: { total_inactive_file: 30, inactive_file: 10 } };
  const v2 = { usage: 100, stats: { inactive_file: 30, anon: 60 } };
  for (const memory_stats of [v1, v2])
    expect(parseUsage({ cpu_stats, memory_stats })).toEqual({ cpuNs: 123_000_000, memoryBytes: 70 });
});

test("a container that does not run uses nothing that could be read", () => {
  expect(parseUsage({ cpu_stats: { cpu_usage: { total_usage: 0 } }, memory_stats: {} })).toBeNull();
  expect(parseUsage({})).toBeNull();
});
