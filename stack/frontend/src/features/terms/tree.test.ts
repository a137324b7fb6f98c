import { expect, test } from "vitest";
import { inTreeOrder, outside } from "@/features/terms/tree.ts";

const terms = [
  { id: "b", name: "Bread", parentId: "f" },
  { id: "c", name: "Cake", parentId: "f" },
  { id: "f", name: "Food", parentId: null },
  { id: "l", name: "Lost", parentId: "gone" },
  { id: "r", name: "Rye", parentId: "b" },
];

test("a category is read after what it stands below, and one whose parent is gone at the top", () => {
  expect(
    inTreeOrder(terms).map(({ term, depth, above }) => `${depth} ${above} > ${term.name}`),
  ).toEqual(["0  > Food", "1 Food > Bread", "2 Food / Bread > Rye", "1 Food > Cake", "0  > Lost"]);
});

test("neither a category itself nor what is below it is offered to stand below or become one with", () => {
  expect(outside(terms, "b").map(({ name }) => name)).toEqual(["Cake", "Food", "Lost"]);
  expect(outside(terms, "f").map(({ name }) => name)).toEqual(["Lost"]);
});
