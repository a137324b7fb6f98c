import { expect, test } from "vitest";
import { inTreeOrder } from "./folder-tree.ts";

const folder = (id: string, parentId: string | null) => ({ id, name: id, parentId, files: 0 });

test("folders come as a tree is read, by name among their like", () => {
  const folders = [
    folder("Crew", null),
    folder("Old", "Ferries"),
    folder("Boats", null),
    folder("Ferries", "Boats"),
  ];
  expect(inTreeOrder(folders).map(({ path, depth }) => [path, depth])).toEqual([
    ["Boats", 0],
    ["Boats / Ferries", 1],
    ["Boats / Ferries / Old", 2],
    ["Crew", 0],
  ]);
});
