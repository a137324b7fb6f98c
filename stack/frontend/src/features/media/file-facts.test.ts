import { expect, test } from "vitest";
import type { Media } from "./api.ts";
import { coverOf, factsOf, refusal, sizeInWords } from "./file-facts.ts";

const megabyte = 1024 * 1024;

test("bytes are told in the unit that fits", () => {
  const sizes = [0, 1023, 1536, 2.25 * megabyte, 25 * megabyte, 2048 * megabyte, 2560 * megabyte];
  expect(sizes.map(sizeInWords)).toEqual([
    "0 B",
    "1023 B",
    "2 kB",
    "2.3 MB",
    "25 MB",
    "2 GB",
    "2.5 GB",
  ]);
});

test("a file is described on one line", () => {
  const picture = {
    mime: "image/jpeg",
    width: 1600,
    height: 900,
    animated: false,
    bytes: 240 * 1024,
  } as Media;
  expect(factsOf(picture)).toBe("JPEG · 1600 × 900 · 240 kB");
  expect(factsOf({ ...picture, mime: "image/svg+xml", width: null, height: null })).toBe(
    "SVG · 240 kB",
  );
  expect(factsOf({ ...picture, mime: "image/gif", animated: true })).toBe(
    "GIF · moving · 1600 × 900 · 240 kB",
  );
});

test("a cover is no wider than a page shows it, and a moving picture is itself", () => {
  const sizes = [640, 1920, 2560].map((width) => ({ width, url: `/_media/x/${width}.webp` }));
  expect(coverOf({ sizes, url: "/_media/x/a.jpg" })).toBe("/_media/x/1920.webp");
  expect(coverOf({ sizes: [], url: "/_media/x/a.gif" })).toBe("/_media/x/a.gif");
});

test("a file that is too large for its type, or for any, is not sent", () => {
  const largest = { "image/jpeg": 25 * megabyte, "application/pdf": 100 * megabyte };
  expect(refusal({ size: 26 * megabyte, type: "image/jpeg" }, largest)).toBe(
    "It has 26 MB; 25 MB are taken at most.",
  );
  expect(refusal({ size: 26 * megabyte, type: "application/pdf" }, largest)).toBeNull();
  expect(refusal({ size: 101 * megabyte, type: "" }, largest)).toBe(
    "It has 101 MB; 100 MB are taken at most.",
  );
  expect(refusal({ size: 0, type: "image/jpeg" }, largest)).toBe("This file is empty.");
  expect(refusal({ size: 5, type: "text/html" }, {})).toBeNull();
});
