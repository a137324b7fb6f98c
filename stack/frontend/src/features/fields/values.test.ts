import { expect, test } from "vitest";
import type { ContentField } from "@/features/fields/field.ts";
import { itemKindOf } from "@/features/fields/field.ts";
import { defaultsOf, jsonFrom, jsonText, numberFrom, problemOf } from "@/features/fields/values.ts";

const field = (change: Partial<ContentField>): ContentField => ({
  key: "key",
  label: "Label",
  kind: "text",
  help: "",
  required: false,
  unique: false,
  default: null,
  choices: [],
  multiple: false,
  of: null,
  minimum: null,
  maximum: null,
  ...change,
});

test("a new entry begins with what its fields say, false and 0 too", () => {
  const fields = [
    field({ key: "open", kind: "boolean", default: false }),
    field({ key: "seats", kind: "number", default: 0 }),
    field({ key: "name" }),
  ];
  expect(defaultsOf(fields)).toEqual({ open: false, seats: 0 });
});

test("a number may be typed with a comma, and what is none is kept as it was typed", () => {
  expect(["12", " -3,5 ", "1.", ".5", ""].map(numberFrom)).toEqual([12, -3.5, 1, 0.5, null]);
  expect(["-", "1,2,3", "0x10", "1e3", "Infinity"].map(numberFrom)).toEqual([
    "-",
    "1,2,3",
    "0x10",
    "1e3",
    "Infinity",
  ]);
});

test("JSON says what is wrong with it until it is some; nothing is null", () => {
  expect(jsonFrom('{"a": [1]}')).toEqual({ value: { a: [1] } });
  expect(jsonFrom("  ")).toEqual({ value: null });
  expect(jsonFrom('{"a": ')).toHaveProperty("problem");
  expect(jsonText({ a: 1 })).toBe('{\n  "a": 1\n}');
  expect(jsonText(null)).toBe("");
});

test("bounds are of a number's value and of a text's length", () => {
  expect(problemOf(field({ kind: "number", minimum: 5 }), 4)).toBe("At least 5.");
  expect(problemOf(field({ kind: "number", maximum: 5 }), 5)).toBeNull();
  expect(problemOf(field({ kind: "number" }), "many")).toBe("This is not a number.");
  expect(problemOf(field({ maximum: 3 }), "four")).toMatch(/At most 3 .* 4/);
  expect(problemOf(field({ minimum: 3 }), "")).toBeNull();
});

test("what holds several in an order is known by kind, or by being multiple", () => {
  expect(itemKindOf(field({ kind: "list", of: "date" }))).toBe("date");
  expect(itemKindOf(field({ kind: "media", multiple: true }))).toBe("media");
  expect(itemKindOf(field({ kind: "choice", multiple: true }))).toBeNull();
  expect(itemKindOf(field({ kind: "reference", of: "post" }))).toBeNull();
});
