import { describe, expect, test } from "vitest";
import { isReserved, whyNotSlug } from "./slug.ts";
import { numberedSlug, slugFromName } from "./slug-from-name.ts";

describe("a company's name as an address", () => {
  test.each([
    ["Acme Inc.", "acme-inc"],
    ["Müller & Söhne", "muller-and-sohne"],
    ["Lowe’s", "lowes"],
    ["A. O. Smith", "a-o-smith"],
    ["Brown–Forman", "brown-forman"],
    ["Coca-Cola Company (The)", "coca-cola-company-the"],
    ["東京", "dong-jing"],
    ["  spaces   everywhere  ", "spaces-everywhere"],
    ["3M", "3m-co"],
    ["Admin", "admin-co"],
    ["Demo Days", "demo-days-co"],
  ])("%s becomes %s", (name, slug) => {
    expect(slugFromName(name)).toBe(slug);
  });

  test.each(["", "   ", "&", "…", "🦊"])(
    "“%s” holds nothing an address could be made of, or makes a valid one",
    (name) => {
      const slug = slugFromName(name);
      expect(slug === null || whyNotSlug(slug) === null).toBe(true);
    },
  );

  test("a long one is cut between words", () => {
    expect(slugFromName("The International Consolidated Widget Manufacturing Company")).toBe(
      "the-international-consolidated-widget",
    );
  });

  test("a long one without words is cut all the same", () => {
    expect(slugFromName("x".repeat(90))).toBe("x".repeat(40));
  });

  test("whatever goes in, a valid and free-to-use slug comes out", () => {
    for (let seed = 1; seed < 3_000; seed++) {
      const name = String.fromCodePoint(...[1, 7, 13, 29].map((step) => 32 + ((seed * step * 7_919) % 0x2fff)));
      const slug = slugFromName(name);
      if (slug !== null) expect([name, whyNotSlug(slug), isReserved(slug)]).toEqual([name, null, false]);
    }
  });
});

describe("the second of a name", () => {
  test("gets a number", () => expect(numberedSlug("acme", 2)).toBe("acme-2"));
  test("stays within the longest length", () => expect(numberedSlug("x".repeat(40), 12)).toBe(`${"x".repeat(37)}-12`));
  test("the first keeps its slug", () => expect(numberedSlug("acme", 1)).toBe("acme"));
});
