import { expect, test } from "vitest";
import { oneOf, pluralOf } from "@/features/types/words.ts";

test("a type's name stands in a sentence with its article", () => {
  expect(["Recipe", "Event"].map(oneOf)).toEqual(["a recipe", "an event"]);
});

test("the usual plurals are made", () => {
  expect(["Recipe", "Story", "Day", "Class", "Dish", " Box "].map(pluralOf)).toEqual([
    "Recipes",
    "Stories",
    "Days",
    "Classes",
    "Dishes",
    "Boxes",
  ]);
  expect(pluralOf(" ")).toBe("");
});
