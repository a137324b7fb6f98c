import { expect, test } from "vitest";
import { clockTimeOrDay, timeAgo } from "@/lib/time.ts";

const now = new Date("2026-03-12T12:00:00Z");

test.each([
  ["2026-03-12T11:59:30Z", "just now"],
  ["2026-03-12T12:04:00Z", "just now"],
  ["2026-03-12T11:58:59Z", "1 minute ago"],
  ["2026-03-12T09:00:00Z", "3 hours ago"],
  ["2026-03-11T11:00:00Z", "yesterday"],
  ["2026-03-07T12:00:00Z", "5 days ago"],
  ["2026-03-01T12:00:00Z", "1 Mar 2026"],
])("%s reads %j", (iso, words) => {
  expect(timeAgo(iso, now)).toBe(words);
});

test("today's moments read as a time, others as a date", () => {
  const noon = new Date(2026, 2, 12, 12, 0);
  expect(clockTimeOrDay(new Date(2026, 2, 12, 0, 5).toISOString(), noon)).toBe("00:05");
  expect(clockTimeOrDay(new Date(2026, 2, 11, 23, 55).toISOString(), noon)).toBe("11 Mar 2026");
});
