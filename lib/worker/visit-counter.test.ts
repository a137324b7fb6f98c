import { expect, test } from "vitest";
import { VisitCounter } from "./visit-counter.ts";

const answer = (answered: number, askedAt = performance.now()) => ({ answered, askedAt });

test("our own questions are not counted, however often we ask", () => {
  const visits = new VisitCounter();
  visits.note("a", answer(10));
  visits.take("a");
  visits.note("a", answer(11));
  visits.note("a", answer(15));
  visits.note("a", answer(16));
  expect(visits.take("a")).toBe(3);
  visits.note("a", answer(17));
  expect(visits.take("a")).toBe(0);
});

test("an nginx that began anew has counted what came since", () => {
  const visits = new VisitCounter();
  visits.note("a", answer(1_000));
  visits.take("a");
  visits.note("a", answer(1_005));
  visits.note("a", answer(8));
  expect(visits.take("a")).toBe(4 + 7);
});

test("the first minute of a worker, and of a stack we looked at like a visitor, is a gap and not a zero", () => {
  const visits = new VisitCounter();
  expect(visits.take("a")).toBeNull();
  visits.note("a", answer(500));
  expect(visits.take("a")).toBeNull();
  visits.note("a", answer(502));
  expect(visits.take("a")).toBe(1);
  visits.forget("a");
  visits.note("a", answer(600));
  visits.note("a", answer(610));
  expect(visits.take("a")).toBeNull();
});

test("an answer that another one overtook is no nginx that began anew", () => {
  const visits = new VisitCounter();
  visits.note("a", answer(1_000));
  visits.take("a");
  const askedAt = performance.now();
  visits.note("a", answer(1_003));
  visits.note("a", answer(1_002, askedAt));
  expect(visits.take("a")).toBe(1);
});
