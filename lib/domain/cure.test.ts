import { describe, expect, test } from "vitest";
import { type Circumstances, cureMemoryMs, cureOf, type Readiness } from "./cure.ts";

const minute = 60_000;
const now = Date.UTC(2026, 0, 1, 12);
const cause = (api: Readiness, circumstances: Partial<Circumstances> = {}): string | null =>
  cureOf(api, { isMissed: true, upForMs: 5 * minute, before: [], ...circumstances }, now)?.cause ?? null;
const unready = (why: string): Readiness => ({ kind: "unready", why });
const noDatabase = unready("the database does not answer");

describe("what a restart of the API may cure", () => {
  test.each<[string, Readiness]>([
    ["it runs and answers nothing", { kind: "silent" }],
    ["it runs and takes no connection", { kind: "absent" }],
    ["it runs and does not finish starting", unready("starting")],
    ["it does not reach its database, which answers", noDatabase],
  ])("%s", (words, api) => expect(cause(api)).toBe(words));
});

describe("what it cannot", () => {
  test("a database that is away, lets nobody in, or has just been asked by the API", () =>
    expect(cause(noDatabase, { isMissed: false })).toBeNull());

  test("one that was started a moment ago: it would begin from the start again", () => {
    const early = { upForMs: 2 * minute };
    expect(cause({ kind: "absent" }, early)).toBeNull();
    expect(cause(unready("starting"), early)).toBeNull();
  });

  test.each([
    "migrating",
    "the migration failed",
    "the schema is not at this release's revision",
    "the schema (0099) is too new for this release (0042)",
    "its API answers with status 500",
  ])("%s", (why) => expect(cause(unready(why))).toBeNull());

  test("nothing is wrong", () => expect(cause({ kind: "ready", outgoing: false })).toBeNull());
});

test("it is tried at once, then ever more rarely, four times in six hours whatever came in between", () => {
  const tried: number[] = [];
  for (let at = 0; at < 7 * 60; at++) {
    const before = tried
      .map((then) => new Date(then * minute))
      .filter((then) => at * minute - then.getTime() < cureMemoryMs);
    const circumstances = { isMissed: true, upForMs: 5 * minute, before: before.reverse() };
    if (cureOf({ kind: "silent" }, circumstances, at * minute)) tried.push(at);
  }
  expect(tried.slice(0, 4)).toEqual([0, 2, 12, 52]);
  expect(tried[4]).toBeGreaterThanOrEqual(6 * 60);
});

test("what answers nothing is not given its time to end", () => {
  const circumstances = { isMissed: true, upForMs: 5 * minute, before: [] };
  expect(cureOf({ kind: "silent" }, circumstances)?.timeout).toBe(1);
  expect(cureOf({ kind: "absent" }, circumstances)?.timeout).toBeUndefined();
});
