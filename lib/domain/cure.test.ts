import { describe, expect, test } from "vitest";
import { cureOf, type Readiness } from "./cure.ts";

const cause = (api: Readiness, databaseAnswers = true, failedAttempts = 0): string | null =>
  cureOf(api, databaseAnswers, failedAttempts)?.cause ?? null;
const unready = (why: string): Readiness => ({ kind: "unready", why });

describe("what a restart of the API may cure", () => {
  test.each<[string, Readiness]>([
    ["it runs and answers nothing", { kind: "silent" }],
    ["it runs and takes no connection", { kind: "absent" }],
    ["it runs and does not finish starting", unready("starting")],
    ["it does not reach its database, which answers", unready("the database does not answer")],
  ])("%s", (words, api) => expect(cause(api)).toBe(words));
});

describe("what it cannot", () => {
  test("a database that is away, or lets nobody in", () =>
    expect(cause(unready("the database does not answer"), false)).toBeNull());

  test.each([
    "migrating",
    "the migration failed",
    "the schema is not at this release's revision",
    "the schema (0099) is too new for this release (0042)",
    "its API answers with status 500",
  ])("%s", (why) => expect(cause(unready(why))).toBeNull());

  test("nothing is wrong", () => expect(cause({ kind: "ready", outgoing: false })).toBeNull());
});

test("it is tried at once, then ever more rarely, and then no more", () => {
  const tried = Array.from({ length: 1_000 }, (_, attempts) => attempts).filter(
    (attempts) => cause({ kind: "silent" }, true, attempts) !== null,
  );
  expect(tried).toEqual([0, 2, 8, 32]);
});

test("what answers nothing is not given its time to end", () => {
  expect(cureOf({ kind: "silent" }, true, 0)?.timeout).toBe(1);
  expect(cureOf({ kind: "absent" }, true, 0)?.timeout).toBeUndefined();
});
