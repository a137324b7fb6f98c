import { expect, test } from "vitest";
import { fileNameOf, isPicture } from "@/features/fields/files.ts";

test("a picture is known by its address's end, whatever hangs on behind", () => {
  expect(["/_media/1/a.webp", "https://x.org/A.JPG?w=2", "/b.svg#part"].every(isPicture)).toBe(
    true,
  );
  expect(["/_media/1/paper.pdf", "/png", "/a.webp/notes"].some(isPicture)).toBe(false);
});

test("a file's name is read out of its address, also when it is badly written", () => {
  expect(fileNameOf("/_media/1/annual%20report.pdf?x=1")).toBe("annual report.pdf");
  expect(fileNameOf("/_media/1/100%.pdf")).toBe("100%.pdf");
});
