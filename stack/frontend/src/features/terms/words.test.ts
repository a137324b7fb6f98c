import { expect, test } from "vitest";
import { listedAt, matching, usedIn } from "@/features/terms/words.ts";

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
