import { describe, expect, test } from "vitest";
import { isReserved, parseSlug, whyNotSlug } from "./slug.ts";

describe("a slug", () => {
  test.each(["abc", "3m-co", "a-b-c-d", "x".repeat(40), "000", "poolside", "demon"])("%s is one", (text) =>
    expect(parseSlug(text)).toBe(text),
  );

  test.each([
    ["", "it has fewer than 3 characters"],
    ["ab", "it has fewer than 3 characters"],
    ["x".repeat(41), "it has more than 40 characters"],
    ["Acme", "it has characters other than a–z, 0–9 and hyphens"],
    ["acme.inc", "it has characters other than a–z, 0–9 and hyphens"],
    ["acme_inc", "it has characters other than a–z, 0–9 and hyphens"],
    ["acme\n", "it has characters other than a–z, 0–9 and hyphens"],
    ["../etc", "it has characters other than a–z, 0–9 and hyphens"],
    ["$(id)", "it has characters other than a–z, 0–9 and hyphens"],
    ["аcme", "it has characters other than a–z, 0–9 and hyphens"],
    ["-acme", "it starts or ends with a hyphen"],
    ["acme-", "it starts or ends with a hyphen"],
    ["---", "it starts or ends with a hyphen"],
    ["xn--acme", "it has two hyphens in a row"],
  ])("%j is none: %s", (text, why) => {
    expect(whyNotSlug(text)).toBe(why);
    expect(() => parseSlug(text)).toThrow(`cannot be an address: ${why}.`);
  });

  test.each(["www", "admin", "freehold", "localhost", "postmaster", "pool-7", "demo-acme"])(
    "%s stands for something else",
    (text) => {
      expect(isReserved(text)).toBe(true);
      expect(() => parseSlug(text)).toThrow(`“${text}” is reserved.`);
    },
  );

  test("one that is refused is shown in one short line that cannot steer a terminal", () => {
    expect(() => parseSlug("a\u001b[2J\u2028b\n")).toThrow("“a·[2J·b·” cannot be");
    expect(() => parseSlug("y".repeat(5_000))).toThrow(`“${"y".repeat(79)}…” cannot be`);
  });
});
