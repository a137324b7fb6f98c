import { expect, test } from "vitest";
import { baseOf, typeAt } from "@/features/entries/links.ts";

test("what one would write is what the list on the screen holds, else a page", () => {
  expect(typeAt("/posts")).toBe("post");
  expect(typeAt("/entries/recipe")).toBe("recipe");
  expect(typeAt("/entries")).toBe("page");
  expect(typeAt("/media")).toBe("page");
});

test("pages stand below their parent, posts in the blog, anything else below its type", () => {
  expect(baseOf({ key: "page", tree: true }, null)).toBe("/");
  expect(baseOf({ key: "page", tree: true }, "/about")).toBe("/about/");
  expect(baseOf({ key: "post", tree: false }, null)).toBe("/blog/");
  expect(baseOf({ key: "recipe", tree: false }, null)).toBe("/recipe/");
});
