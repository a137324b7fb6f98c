import { expect, test } from "vitest";
import { standingOf } from "@/features/entries/editor/details/standing.ts";
import type { Entry } from "@/features/entries/entry.ts";

const entry = (change: Partial<Entry>) =>
  ({ status: "draft", published: false, hasChanges: false, publishedAt: null, ...change }) as Entry;
const shown = {
  status: "published",
  published: true,
  publishedAt: "2026-03-04T10:00:00Z",
} as const;

test("what visitors see is said for every state", () => {
  expect(standingOf(null, true)).toMatch(/before it is saved/);
  expect(standingOf(entry({}), false)).toMatch(/draft/);
  expect(standingOf(entry({ status: "in_review" }), false)).toMatch(/Visitors do not see it/);
  expect(standingOf(entry(shown), false)).toBe("Public as it stands here since 4 Mar 2026.");
});

test("changes that are not public are told apart, saved or not", () => {
  expect(standingOf(entry(shown), true)).toMatch(/not what was changed/);
  expect(standingOf(entry({ ...shown, hasChanges: true }), false)).toMatch(/not what was changed/);
});
