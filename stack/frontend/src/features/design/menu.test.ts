import { expect, test } from "vitest";
import {
  indented,
  isAbove,
  itemsOf,
  linesOf,
  type MenuLine,
  mayIndent,
  moved,
  newLine,
  without,
} from "@/features/design/menu.ts";

/** "a b/c d" is a, b with c below it, d. */
function menu(shape: string): MenuLine[] {
  return shape.split(" ").flatMap((group) =>
    group.split("/").map((label, place) => ({
      ...newLine({ kind: "url", label, url: `/${label}` }),
      key: label,
      depth: place === 0 ? (0 as const) : (1 as const),
    })),
  );
}

const shapeOf = (lines: readonly MenuLine[]) =>
  lines
    .map(({ label, depth }) => (depth === 1 ? `/${label}` : ` ${label}`))
    .join("")
    .trim();

test("a menu comes back from its lines as it went in", () => {
  const lines = menu("a b/c/d e");
  expect(shapeOf(linesOf(itemsOf(lines)))).toBe("a b/c/d e");
});

test("what leads nowhere yet is not sent, and what is below it goes to the one before", () => {
  const lines = menu("a b/c");
  lines[1] = { ...newLine({ kind: "url", label: "b" }), key: "b" };
  expect(itemsOf(lines).map(({ label, children }) => [label, children.length])).toEqual([["a", 1]]);
  expect(itemsOf([newLine({ kind: "url", url: "/x" }), newLine({ kind: "entry" })])).toEqual([]);
});

test.each([
  ["a b c", "a", "c", "b c a"],
  ["a b c", "c", "a", "c a b"],
  ["a b/c d", "b", "d", "a d b/c"],
  ["a b/c d", "b", "a", "b/c a d"],
  ["a b/c d", "a", "c", "b/c a d"],
  ["a b/c/e d", "a", "c", "b/c/a/e d"],
  ["a/x b/c/e d", "a", "c", "b/c/e a/x d"],
  ["a b/c d", "c", "a", "c a b d"],
  ["a b/c/d", "d", "c", "a b/d/c"],
  ["a b/c", "b", "c", "a b/c"],
  ["a", "a", "nothing", "a"],
])("in %j %j dropped on %j gives %j", (shape, key, over, result) => {
  expect(shapeOf(moved(menu(shape), key, over))).toBe(result);
});

test("one step in goes below the line before, unless there is none or it has others below it", () => {
  expect(shapeOf(indented(menu("a b c"), "b", 1))).toBe("a/b c");
  expect(shapeOf(indented(menu("a b/c"), "b", 1))).toBe("a b/c");
  expect(shapeOf(indented(menu("a b"), "a", 1))).toBe("a b");
  expect(shapeOf(indented(menu("a/b/c"), "b", 0))).toBe("a b/c");
  expect([mayIndent(menu("a b"), "b"), mayIndent(menu("a b"), "a")]).toEqual([true, false]);
  expect([isAbove(menu("a/b"), "a"), isAbove(menu("a/b"), "b")]).toEqual([true, false]);
});

test("what was below a line that goes comes a step out", () => {
  expect(shapeOf(without(menu("a b/c/d e"), "b"))).toBe("a c d e");
  expect(shapeOf(without(menu("a/b c"), "a"))).toBe("b c");
});
