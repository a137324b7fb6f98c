import { expect, test } from "vitest";
import type { ContentField } from "@/features/fields/field.ts";
import { consequencesOf } from "@/features/types/consequences.ts";
import { newField } from "@/features/types/field-draft.ts";

const field = (change: Partial<ContentField>): ContentField => ({
  ...newField(change.kind ?? "text"),
  key: "a",
  label: "A",
  ...change,
});

const graveOf = (before: ContentField[], after: ContentField[]) =>
  consequencesOf({ public: false, fields: before }, { public: false, fields: after }).map(
    ({ grave }) => grave,
  );

test("what is only added, renamed or put in another order has no consequence", () => {
  const [a, b] = [field({}), field({ key: "b", label: "B" })];
  expect(graveOf([a, b], [b, { ...a, label: "Other", help: "x" }, field({ key: "c" })])).toEqual(
    [],
  );
});

test("a field that is gone, or holds something else, is grave", () => {
  expect(graveOf([field({})], [])).toEqual([true]);
  expect(graveOf([field({})], [field({ kind: "number" })])).toEqual([true]);
  expect(
    graveOf([field({ kind: "list", of: "text" })], [field({ kind: "list", of: "date" })]),
  ).toEqual([true]);
  expect(graveOf([field({ kind: "media" })], [field({ kind: "media", multiple: true })])).toEqual([
    true,
  ]);
});

test("choices may come but not go, bounds may widen but not narrow", () => {
  const choice = (...choices: string[]) => field({ kind: "choice", choices });
  expect(graveOf([choice("x")], [choice("x", "y")])).toEqual([]);
  expect(graveOf([choice("x", "y")], [choice("y")])).toEqual([true]);
  expect(graveOf([field({ maximum: 10 })], [field({ maximum: 20 })])).toEqual([]);
  expect(graveOf([field({})], [field({ maximum: 20 })])).toEqual([true]);
});

test("what becomes needed is said, for a field that was there and for a new one", () => {
  expect(graveOf([field({})], [field({ required: true })])).toEqual([false]);
  expect(graveOf([], [field({ required: true })])).toEqual([false]);
});

test("a page of its own comes when an entry is published again", () => {
  const shape = { fields: [] };
  expect(consequencesOf({ ...shape, public: false }, { ...shape, public: true })).toHaveLength(1);
});
