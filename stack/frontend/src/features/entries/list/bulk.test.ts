import { expect, test } from "vitest";
import { type RowResult, summaryOf } from "@/features/entries/list/bulk.ts";

const results = (...problems: (string | null)[]) =>
  new Map(problems.map((problem, i): [string, RowResult] => [`${i}`, { done: "", problem }]));

test("one sentence says how many were done and that the others say why not", () => {
  expect(summaryOf("publish", results(null))).toBe("One is published");
  expect(summaryOf("delete", results(null, null))).toBe("All 2 are deleted");
  expect(summaryOf("submit", results(null, "No."))).toBe(
    "1 of 2 is submitted; the others say why not",
  );
  expect(summaryOf("unpublish", results("No."))).toBe("None could be unpublished; each says why");
});
