import { expect, test } from "vitest";
import { namesOf } from "@/lib/shortcuts.ts";

const press = (key: string, held: Partial<Parameters<typeof namesOf>[0]> = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test("a second key answers to the sequence before it answers to itself", () => {
  expect(namesOf(press("p"), "g")).toEqual(["g p", "p"]);
  expect(namesOf(press("p"), null)).toEqual(["p"]);
});

test("the platform's modifier names a shortcut, with shift in it", () => {
  expect(namesOf(press("s", { ctrlKey: true }), null)).toEqual(["mod+s"]);
  expect(namesOf(press("P", { ctrlKey: true, shiftKey: true }), "g")).toEqual(["mod+shift+p"]);
});

test("other modifiers and named keys belong to the browser and the system", () => {
  expect(namesOf(press("s", { metaKey: true }), null)).toEqual([]);
  expect(namesOf(press("s", { altKey: true }), null)).toEqual([]);
  expect(namesOf(press("Enter"), null)).toEqual([]);
});
