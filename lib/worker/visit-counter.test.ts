import { expect, test } from "vitest";
import { VisitCounter } from "./visit-counter.ts";

test("our own questions are not counted, however often we ask", () => {
  const visits = new VisitCounter();
  visits.note("a", 10);
  visits.take("a");
  visits.note("a", 11);
  visits.note("a", 15);
  visits.note("a", 16);
  expect(visits.take("a")).toBe(3);
  visits.note("a", 17);
  expect(visits.take("a")).toBe(0);
});

test("an nginx that began anew has counted what came since", () => {
  const visits = new VisitCounter();
  visits.note("a", 1_000);
  visits.take("a");
  visits.note("a", 1_005);
  visits.note("a", 8);
  expect(visits.take("a")).toBe(4 + 7);
});

test("the first minute of a worker, and of a stack we looked at like a visitor, is a gap and not a zero", () => {
  const visits = new VisitCounter();
  expect(visits.take("a")).toBeNull();
  visits.note("a", 500);
  expect(visits.take("a")).toBeNull();
  visits.note("a", 502);
  expect(visits.take("a")).toBe(1);
  visits.forget("a");
  visits.note("a", 600);
  visits.note("a", 610);
  expect(visits.take("a")).toBeNull();
});
