import { expect, test } from "vitest";
import { maxSlug, slugify } from "@/lib/slugify.ts";

test.each([
  ["Opening hours", "opening-hours"],
  ["  Really?! -- Yes ", "really-yes"],
  ["Crème brûlée & Straße", "creme-brulee-strasse"],
  ["Årsberättelse Øresund", "arsberattelse-oresund"],
  ["Łódź", "lodz"],
  ["Привет, мир", "privet-mir"],
  ["Καλημέρα", "kalimera"],
  ["It’s Maria's", "its-marias"],
  ["ﬁne ① print", "fine-1-print"],
])("spells %j as %j", (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test("leaves a script it cannot spell to the server", () => {
  expect(slugify("温室")).toBe("");
  expect(slugify("")).toBe("");
});

test("cuts a long title at a word, within the limit", () => {
  const slug = slugify("the long restoration of the western wing ".repeat(5));
  expect(slug.length).toBeLessThanOrEqual(maxSlug);
  expect(slug).toBe("the-long-restoration-of-the-western-wing-the-long-restoration-of-the-western");
});

test("cuts a word that is longer than an address may be", () => {
  expect(slugify("a".repeat(200))).toBe("a".repeat(maxSlug));
});

test("changes nothing about a slug", () => {
  for (const slug of ["opening-hours", "a", "2025-report"]) expect(slugify(slug)).toBe(slug);
});
