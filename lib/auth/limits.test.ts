import { beforeEach, expect, test, vi } from "vitest";
import { type LimitName, takeFromLimit } from "./limits.ts";

beforeEach(() => {
  // Each test counts from nothing.
  delete (globalThis as { freeholdLimiters?: unknown }).freeholdLimiters;
});

async function takenUntilRefused(name: LimitName, key: string): Promise<number> {
  for (let taken = 0; taken < 1_000; taken++) {
    const code = await takeFromLimit(name, key).then(
      () => null,
      (error) => error.code,
    );
    if (code !== null) {
      expect(code).toBe("too_many");
      return taken;
    }
  }
  return Number.POSITIVE_INFINITY;
}

test.each([
  ["signUp", 10],
  ["signIn", 20],
  ["signInAccount", 10],
  ["verify", 20],
  ["mail", 5],
  ["reset", 10],
  ["slugCheck", 120],
] as const)("%s ends after %i, and says how long to wait", async (name, points) => {
  expect(await takenUntilRefused(name, "192.0.2.1")).toBe(points);
  await expect(takeFromLimit(name, "192.0.2.1")).rejects.toMatchObject({
    message: "That was tried too often.",
    remedy: expect.stringMatching(/^Wait \d+ seconds/),
  });
});

test("one who tried too often keeps nobody else out", async () => {
  await takenUntilRefused("signIn", "192.0.2.1");
  await takeFromLimit("signIn", "192.0.2.2");
  await takeFromLimit("signUp", "192.0.2.1");
});

test("tests may lift limits; nothing can lower them", async () => {
  vi.stubEnv("FREEHOLD_LIMIT_FACTOR", "3");
  expect(await takenUntilRefused("mail", "192.0.2.1")).toBe(15);
  delete (globalThis as { freeholdLimiters?: unknown }).freeholdLimiters;
  vi.stubEnv("FREEHOLD_LIMIT_FACTOR", "0");
  expect(await takenUntilRefused("mail", "192.0.2.1")).toBe(5);
});
