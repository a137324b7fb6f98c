import { expect, test } from "vitest";
import { layoutTable } from "./table.ts";
import { fitText, textWidth } from "./text-width.ts";

const columns = [
  { title: "SLUG", text: (row: { slug: string; name: string }) => row.slug },
  { title: "NAME", text: (row: { slug: string; name: string }) => row.name, shrinks: true },
  { title: "N", text: (row: { slug: string; name: string }) => String(row.name.length), align: "right" as const },
];
const rows = [
  { slug: "acme", name: "Acme Incorporated of Delaware" },
  { slug: "tokyo", name: "東京ガス" },
];

test("columns line up, also under wide characters", () => {
  expect(layoutTable(columns, rows, Number.POSITIVE_INFINITY)).toEqual([
    "SLUG   NAME                            N",
    "acme   Acme Incorporated of Delaware  29",
    "tokyo  東京ガス                        4",
  ]);
});

test("a narrow terminal cuts what may be cut, and no line is wider than it", () => {
  const lines = layoutTable(columns, rows, 24);
  expect(lines[1]).toBe("acme   Acme Incorpo…  29");
  expect(lines.map(textWidth).every((width) => width <= 24)).toBe(true);
});

test("cutting never splits a wide character", () => {
  expect(fitText("東京ガス", 5)).toBe("東京…");
  expect(fitText("東京ガス", 4)).toBe("東…");
});
