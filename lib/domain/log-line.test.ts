import { expect, test } from "vitest";
import { byTime, isLogTime, parseLogLine } from "./log-line.ts";

test("a line is its time, its service and the rest, spaces and all", () =>
  expect(parseLogLine("2026-11-24T12:00:00.5Z GET  / 200", "web")).toEqual({
    time: "2026-11-24T12:00:00.5Z",
    service: "web",
    text: "GET  / 200",
  }));

test("lines sort by moment, however many digits its fraction has", () => {
  const times = ["2026-11-24T12:00:00.5Z", "2026-11-24T12:00:00.123456789Z", "2026-11-24T12:00:00Z"];
  const sorted = times.map((time) => ({ time, service: "web", text: "" })).sort(byTime);
  expect(sorted.map(({ time }) => time)).toEqual([times[2], times[1], times[0]]);
});

test("what a browser brings back as a time is one, or is not used", () => {
  expect(["2026-11-24T12:00:00Z", "2026-11-24T12:00:00.123456789Z"].map(isLogTime)).toEqual([true, true]);
  expect(["", "0", "2026-11-24", "2026-11-24T12:00:00Z; rm", "yesterday"].some(isLogTime)).toBe(false);
});
