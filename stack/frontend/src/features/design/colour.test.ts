import { expect, test } from "vitest";
import { colourOf } from "@/features/design/colour.ts";

test("a colour is read as people write it", () => {
  expect(["#1F4D3A", " 1f4d3a", "#abc", "ABC"].map(colourOf)).toEqual([
    "#1f4d3a",
    "#1f4d3a",
    "#aabbcc",
    "#aabbcc",
  ]);
});

test("what is no colour is none", () => {
  for (const typed of ["", "#", "green", "#12345", "#1234567", "#12345g", "rgb(1,2,3)", "#fff;}"]) {
    expect(colourOf(typed)).toBeNull();
  }
});
