import { describe, expect, test } from "vitest";
import { type PoolStack, planPool, poolSizeOverride, poolState } from "./demo-pool.ts";

let made = 0;
const stack = (facts: Partial<PoolStack> = {}): PoolStack => ({
  id: `s${++made}`,
  releaseId: "new",
  phase: "settled",
  isSettled: true,
  everReady: true,
  answers: true,
  sample: "demo",
  attempts: 0,
  isEnding: false,
  createdAt: new Date(made),
  ...facts,
});
const warming = () => stack({ phase: "converging", isSettled: false, everReady: false, answers: false, sample: null });
const facts = (stacks: PoolStack[], rest: { size?: number; isBusy?: boolean } = {}) => ({
  stacks,
  newestRelease: "new",
  size: 2,
  isBusy: false,
  ...rest,
});
const ids = (stacks: PoolStack[]): string[] => stacks.map(({ id }) => id);
const ended = (given: Parameters<typeof facts>) => planPool(facts(...given)).end.map(({ id }) => id);

test.each([
  ["settled, answering, with its sample", stack(), "available"],
  ["without its sample", stack({ sample: null }), "warming"],
  ["that does not answer", stack({ answers: false }), "warming"],
  ["that has something to do", stack({ isSettled: false }), "warming"],
  ["of an older release", stack({ releaseId: "old" }), "outdated"],
  ["that failed for good", stack({ phase: "failed" }), "failed"],
  ["that failed again and again", stack({ phase: "converging", attempts: 5 }), "failed"],
  ["that is being removed", stack({ isEnding: true }), "ending"],
] as const)("a stack %s is %s", (_, given, state) => {
  expect(poolState(given, "new")).toBe(state);
});

describe("the pool", () => {
  test("makes one at a time, up to its size", () => {
    expect(planPool(facts([]))).toEqual({ end: [], make: true });
    expect(planPool(facts([warming()])).make).toBe(false);
    expect(planPool(facts([stack()])).make).toBe(true);
    expect(planPool(facts([stack(), stack()]))).toEqual({ end: [], make: false });
  });

  test("makes nothing while the machine is busy, and nothing before there is a release", () => {
    expect(planPool(facts([], { isBusy: true })).make).toBe(false);
    expect(planPool({ ...facts([]), newestRelease: null }).make).toBe(false);
  });

  test("removes what failed at once, busy or not, and makes it again", () => {
    const failed = stack({ phase: "failed" });
    expect(planPool(facts([failed, stack()], { isBusy: true })).end).toEqual([{ id: failed.id, cause: "failed" }]);
    expect(planPool(facts([failed, stack()])).make).toBe(true);
  });

  test("replaces older releases one at a time, and only while the machine is idle", () => {
    const old = [stack({ releaseId: "old" }), stack({ releaseId: "old" })];
    expect(planPool(facts(old, { isBusy: true }))).toEqual({ end: [], make: false });
    expect(planPool(facts(old))).toEqual({ end: [{ id: old[0]?.id, cause: "outdated" }], make: true });
  });

  test("gives up what is too many, the unfinished first, then the newest", () => {
    const [first, second, third, unfinished] = [stack(), stack(), stack(), warming()];
    const all = [unfinished, first, second, third];
    expect(ended([all, { size: 2 }]).sort()).toEqual(ids([third, unfinished]).sort());
  });

  test("drains when it is to be empty, whatever is in it", () => {
    const all = [stack(), warming(), stack({ releaseId: "old" }), stack({ phase: "failed" })];
    expect(ended([all, { size: 0, isBusy: true }]).sort()).toEqual(ids(all).sort());
    expect(planPool(facts(all, { size: 0 })).make).toBe(false);
  });

  test("leaves alone what is being removed already", () => {
    expect(planPool(facts([stack({ isEnding: true })], { size: 0 })).end).toEqual([]);
  });
});

test.each([
  ["0", 0],
  ["3", 3],
  ["", null],
  ["many", null],
  [undefined, null],
])("FREEHOLD_DEMO_POOL=%s means %s", (text, size) => {
  expect(poolSizeOverride({ FREEHOLD_DEMO_POOL: text })).toBe(size);
});
