import { expect, test } from "vitest";
import { reordered } from "@/components/sortable.tsx";

test("an item goes where it is put down, and the others close up", () => {
  expect(reordered(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(reordered(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(reordered(["a"], 3, 0)).toEqual(["a"]);
});
