import { expect, test } from "vitest";
import { type PoolHealth, poolFinding } from "./pool-check.ts";

const lastFailure = { stackName: "pool-k3x9q", message: "The image is missing.", remedy: "Run ./freehold up." };
const look = (health: Partial<PoolHealth>) => {
  const { status, message, remedy } = poolFinding({
    wanted: 2,
    ready: 0,
    isMaking: false,
    hasPlace: true,
    lastFailure: null,
    ...health,
  });
  return `${status}: ${message}${remedy && ` → ${remedy}`}`;
};

test("a full pool is well, whatever failed on the way there", () => {
  expect(look({ ready: 2, lastFailure })).toBe("ok: 2 of 2 finished stacks wait");
});

test("a pool that is being filled is well too", () => {
  expect(look({ ready: 1, isMaking: true })).toBe("ok: 1 of 2 finished stacks wait; the next is being made");
  expect(look({})).toBe("ok: 0 of 2 finished stacks wait; the next follows when the machine is not busy");
});

test("a pool that is short because stacks fail says why, and what to do", () => {
  expect(look({ lastFailure })).toBe(
    "warn: 0 of 2 finished stacks wait; “pool-k3x9q” did not come up: The image is missing. → Run ./freehold up.",
  );
});

test("a pool without a place says so", () => {
  expect(look({ hasPlace: false })).toMatch(/^warn: .*no engine takes new ones → Uncordon one/);
});

test("a pool that is switched off lacks nothing", () => {
  expect(look({ wanted: 0, lastFailure })).toMatch(/^ok: Switched off/);
});
