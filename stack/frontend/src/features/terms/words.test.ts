import { expect, test } from "vitest";
import { listedAt, matching, usedIn, usesOf, whatMoves } from "@/features/terms/words.ts";

const terms = [
  { name: "Sourdough", slug: "sourdough" },
  { name: "Öffnungszeiten", slug: "offnungszeiten" },
];

test("a term is found by a part of its name or of its address, in any case", () => {
  expect(matching(terms, " DOUGH ").map(({ slug }) => slug)).toEqual(["sourdough"]);
  expect(matching(terms, "öffn")).toHaveLength(1);
  expect(matching(terms, "offn")).toHaveLength(1);
  expect(matching(terms, "")).toEqual(terms);
});

test("its posts stand under its kind and its address", () => {
  expect(listedAt({ kind: "tag", slug: "rye" })).toBe("/blog/tag/rye");
  expect([0, 1, 2].map(usedIn)).toEqual(["not used yet", "1 entry", "2 entries"]);
});

test("what stands below is counted where it adds something", () => {
  expect(usesOf({ entries: 1, entriesWithBelow: 1 })).toBe("1 entry");
  expect(usesOf({ entries: 1, entriesWithBelow: 4 })).toBe("1 entry, 4 with those below");
  expect(usesOf({ entries: 0, entriesWithBelow: 3 })).toBe("3 entries below it");
  expect(usesOf({ entries: 0, entriesWithBelow: 0 })).toBe("not used yet");
});

test("merging says how many entries move, what goes along and where the address leads", () => {
  const food = { kind: "category", slug: "food", name: "Food", entries: 2 } as const;
  const meals = { kind: "category", slug: "meals", name: "Meals" } as const;
  expect(whatMoves(food, meals, 2)).toBe(
    "2 entries get “Meals” in its place, public ones too. The 2 categories below it go along. " +
      "/blog/category/food leads to /blog/category/meals from then on. This cannot be undone.",
  );
  expect(whatMoves({ ...food, entries: 1 }, meals, 1)).toMatch(
    /^1 entry gets “Meals”.* The category below it goes along\. /,
  );
  expect(whatMoves({ ...food, entries: 0 }, meals, 0)).toMatch(/^No entry bears it\. \/blog/);
});
