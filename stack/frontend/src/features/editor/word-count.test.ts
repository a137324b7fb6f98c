import { expect, test } from "vitest";
import { countWords, lengthOf } from "@/features/editor/word-count.ts";

test.each([
  ["", 0],
  ["  \n — ", 0],
  ["It’s well-made, isn't it?", 5],
  ["Straße\nÖffnung", 2],
])("%j has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("counts words that no space divides", () => {
  expect(countWords("温室は美しい")).toBeGreaterThan(1);
});

test("says the time to read a text once it takes any", () => {
  expect(lengthOf(1)).toBe("1 word");
  expect(lengthOf(237)).toBe("237 words");
  expect(lengthOf(1204)).toBe("1,204 words · 5 min to read");
});
