import { expect, test } from "vitest";
import {
  dropPlace,
  placed,
  type Step,
  standing,
  stepPlace,
  type Zone,
  zoneAt,
} from "@/features/entries/places.ts";
import { inTreeOrder, type Placed } from "@/features/entries/tree.ts";

/** "a b c" at the top; "b.x b.y" are below b. */
function tree(shape: string): Placed[] {
  return shape.split(" ").map((name, position) => {
    const [parentId, id] = name.includes(".") ? name.split(".") : [null, name];
    return { id: id ?? "", parentId: parentId ?? null, position, title: (id ?? "").toUpperCase() };
  });
}

const shapeOf = (entries: readonly Placed[]) =>
  inTreeOrder(entries)
    .map(({ entry }) => (entry.parentId ? `${entry.parentId}.${entry.id}` : entry.id))
    .join(" ");

test.each<[string, string, Step, string | null]>([
  ["a b c", "b", "up", "b a c"],
  ["a b c", "a", "up", null],
  ["a b c", "a", "down", "b a c"],
  ["a b c", "b", "down", "a c b"],
  ["a b c", "c", "down", null],
  ["a a.x b", "b", "in", "a a.x a.b"],
  ["a b", "a", "in", null],
  ["a a.x a.y b", "x", "out", "a a.y x b"],
  ["a b b.x b.y", "x", "down", "a b b.y b.x"],
  ["a b b.x", "x", "out", "a b x"],
  ["a b", "b", "out", null],
])("in %j one step of %j %s leads to %j", (shape, id, step, result) => {
  const entries = tree(shape);
  const place = stepPlace(inTreeOrder(entries), id, step);
  expect(place && shapeOf(placed(entries, id, place))).toBe(result);
});

test.each<[string, string, Zone, string, string | null]>([
  ["a b c", "c", "before", "a", "c a b"],
  ["a b c", "a", "after", "c", "b c a"],
  ["a b c", "a", "into", "b", "b b.a c"],
  ["a b b.x c", "c", "after", "b", "a b b.c b.x"],
  ["a b b.x b.y", "a", "after", "x", "b b.x b.a b.y"],
  ["a b b.x", "x", "before", "a", "x a b"],
  ["a b b.x b.y", "x", "into", "b", "a b b.y b.x"],
  ["a b b.x", "b", "into", "x", null],
  ["a b b.x", "b", "before", "b", null],
  ["a b c", "b", "after", "a", null],
  ["a b c", "b", "before", "c", null],
  ["a b b.x", "x", "after", "b", null],
  ["a b b.x", "x", "into", "b", null],
])("in %j %j let go %s %j gives %j", (shape, id, zone, over, result) => {
  const entries = tree(shape);
  const place = dropPlace(inTreeOrder(entries), new Set(), id, { id: over, zone });
  expect(place && shapeOf(placed(entries, id, place))).toBe(result);
});

test("after a row that is folded is beside it", () => {
  const entries = tree("a b b.x c");
  const place = dropPlace(inTreeOrder(entries), new Set(["b"]), "a", { id: "b", zone: "after" });
  expect(place).toEqual({ parentId: null, beforeId: "c" });
});

test("a place is told by its number and what it is below", () => {
  expect(standing(tree("a b b.x b.y"), "y")).toBe("place 2 of 2, below “B”");
  expect(standing(tree("a b b.x b.y"), "a")).toBe("place 1 of 2, at the top");
});

test("the middle of a row is into it, its edges are beside it", () => {
  const row = { top: 100, height: 50 };
  expect([105, 125, 145].map((y) => zoneAt(y, row))).toEqual(["before", "into", "after"]);
});
