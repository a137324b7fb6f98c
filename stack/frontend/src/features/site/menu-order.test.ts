import { expect, test } from "vitest";
import { menuOf, moved } from "@/features/site/menu-order.ts";

const page = (id: string, position: number, inNavigation = true) => ({
  id,
  title: id,
  inNavigation,
  position,
});

test("the menu is in its order, without the home page", () => {
  const pages = [page("c", 3), page("home", 1), page("b", 2), page("x", 4, false), page("a", 2)];
  const { shown, others } = menuOf(pages, "home");
  expect(shown.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(others.map(({ id }) => id)).toEqual(["x"]);
});

test("a page moves by one place and stops at the ends", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  expect(moved([], 0, 1)).toEqual([]);
});
