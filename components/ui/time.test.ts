import { expect, test } from "vitest";
import { age, duration, moment } from "./time.ts";

const at = (seconds: number) => age(new Date(0), new Date(seconds * 1_000));

test("an age is told in its largest fitting unit", () => {
  expect([
    at(0),
    at(1),
    at(89),
    at(90),
    at(3_600),
    at(86_400),
    at(86_400 * 40),
    at(86_400 * 300),
    at(86_400 * 800),
  ]).toEqual([
    "1 second",
    "1 second",
    "89 seconds",
    "2 minutes",
    "60 minutes",
    "24 hours",
    "40 days",
    "10 months",
    "2 years",
  ]);
});

test("a duration is told as precisely as it matters", () => {
  expect([duration(0.4), duration(480), duration(1_240), duration(125_000)]).toEqual([
    "0 ms",
    "480 ms",
    "1.2 s",
    "2 min 5 s",
  ]);
});

test("a moment is written in UTC wherever it is read", () => {
  expect(moment(new Date("2026-11-23T09:40:31Z"))).toBe("23 Nov 2026, 09:40 UTC");
});
