import { expect, test } from "vitest";
import { between, inParts, resultsOf, summaryOf } from "@/lib/bulk.ts";

const results = (...problems: (string | null)[]) =>
  resultsOf(
    "",
    problems.map((message, i) => ({ id: `${i}`, problem: message === null ? null : { message } })),
  );

test("one sentence says how many were done and that the others say why not", () => {
  expect(summaryOf("Published", results(null))).toBe("One is published");
  expect(summaryOf("Deleted", results(null, null))).toBe("All 2 are deleted");
  expect(summaryOf("Submitted", results(null, "No."))).toBe(
    "1 of 2 is submitted; the others say why not",
  );
  expect(summaryOf("Unpublished", results("No."))).toBe("None could be unpublished; each says why");
});

test("a range is chosen from either end, and is the one alone when its other end is gone", () => {
  expect(between(["a", "b", "c", "d"], "b", "d")).toEqual(["b", "c", "d"]);
  expect(between(["a", "b", "c", "d"], "c", "a")).toEqual(["a", "b", "c"]);
  expect(between(["a", "b"], "gone", "b")).toEqual(["b"]);
  expect(between(["a", "b"], null, "b")).toEqual(["b"]);
});

test("more than the server takes at once are sent in parts, in their order", async () => {
  const ids = Array.from({ length: 205 }, (_, i) => `${i}`);
  const sizes: number[] = [];
  const answer = await inParts(ids, async (some) => {
    sizes.push(some.length);
    return some;
  });
  expect(sizes).toEqual([100, 100, 5]);
  expect(answer).toEqual(ids);
});
