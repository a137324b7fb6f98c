import { expect, test } from "vitest";
import { blocks, blocksFor } from "@/features/editor/menus/blocks.ts";

const names = (query: string) => blocksFor(query).map(({ name }) => name);

test("every block is there before anything is typed, in its own order", () => {
  expect(names("")).toEqual(blocks.map(({ name }) => name));
});

test.each([
  ["h3", ["Subheading"]],
  ["image", ["Picture"]],
  ["You", ["Video"]],
  ["head", ["Heading", "Subheading", "Small heading"]],
  ["t", ["Text", "Table", "Heading", "Subheading", "Small heading"]],
  ["zebra", []],
])("%j finds %j", (query, found) => {
  expect(names(query)).toEqual(found);
});
