import { expect, test } from "vitest";
import { addressOf, isSafeHref, shownAddress } from "@/features/editor/link/address.ts";

test.each([
  ["https://example.org/a?b#c", "https://example.org/a?b#c"],
  ["example.org", "https://example.org"],
  [" www.example.org/menu ", "https://www.example.org/menu"],
  ["//example.org/x", "https://example.org/x"],
  ["example.org:8443/x", "https://example.org:8443/x"],
  ["localhost:8080/x", "http://localhost:8080/x"],
  ["/opening-hours", "/opening-hours"],
  ["#contact", "#contact"],
  ["ada@example.org", "mailto:ada@example.org"],
  ["mailto:ada@example.org?subject=Hello", "mailto:ada@example.org?subject=Hello"],
  ["+49 (30) 123-456", "tel:+4930123456"],
  ["tel:+4930123456", "tel:+4930123456"],
])("%j is meant as %j", (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});

test.each([
  "",
  "opening hours",
  "hours",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "/\\example.org",
  "http://",
])("%j is no address", (typed) => {
  expect(addressOf(typed)).toBeNull();
});

test("an address is shown without what adds nothing", () => {
  expect(shownAddress("https://example.org/")).toBe("example.org");
  expect(shownAddress("https://example.org/a/")).toBe("example.org/a/");
  expect(shownAddress("mailto:ada@example.org")).toBe("ada@example.org");
  expect(shownAddress("/opening-hours")).toBe("/opening-hours");
});

test("a link keeps what has no scheme or one that pages may link to", () => {
  for (const href of [
    "about",
    "../a:b",
    "/a",
    "#a",
    "",
    "HTTPS://a.example",
    "mailto:a@b.example",
  ]) {
    expect(isSafeHref(href)).toBe(true);
  }
  for (const href of [
    "javascript:x",
    " java\nscript:x",
    "\u0001javascript:x",
    "data:x",
    "file:x",
  ]) {
    expect(isSafeHref(href)).toBe(false);
  }
});
