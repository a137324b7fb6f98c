import { expect, test } from "vitest";
import { cut, searchResultOf } from "@/features/entries/editor/details/search-result.ts";

const entry = {
  title: "Bread",
  siteTitle: "The bakery",
  summary: "",
  body: "<p>We bake &amp; sell.</p><p>Daily.</p>",
  seo: { title: "", description: "" },
};

test("the page's own words stand in where nothing else was written", () => {
  expect(searchResultOf(entry)).toEqual({
    title: "Bread · The bakery",
    description: "We bake & sell. Daily.",
  });
  expect(searchResultOf({ ...entry, summary: "Fresh." }).description).toBe("Fresh.");
  const seo = { title: "Fresh bread", description: "Every morning." };
  expect(searchResultOf({ ...entry, summary: "Fresh.", seo })).toEqual({
    title: "Fresh bread",
    description: "Every morning.",
  });
});

test("what is too long is cut between words", () => {
  expect(cut("one two three", 13)).toBe("one two three");
  expect(cut("one two, three four", 14)).toBe("one two …");
  expect(cut("x".repeat(20), 10)).toHaveLength(11);
});
