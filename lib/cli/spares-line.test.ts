import { expect, test } from "vitest";
import { sparesLine } from "./spares-line.ts";

const ready = { kind: "pool", state: "available" } as const;
const demo = { kind: "demo", state: "ready" } as const;

test("what runs beside the clients is told in a line", () => {
  expect(sparesLine([ready, ready, ready, demo, demo])).toEqual([
    "3 pool stacks ready, 2 demos running: ./freehold list --demos",
  ]);
});

test("what is not ready is told apart, and what is being removed is not told", () => {
  const others = [
    { kind: "pool", state: "warming" },
    { kind: "demo", state: "making" },
    { kind: "demo", state: "failed" },
    { kind: "demo", state: "ending" },
  ] as const;
  expect(sparesLine([ready, demo, ...others])).toEqual([
    "1 pool stack ready, 1 demo running, 2 being made, 1 failed: ./freehold list --demos",
  ]);
});

test("of nothing nothing is said", () => expect(sparesLine([])).toEqual([]));
