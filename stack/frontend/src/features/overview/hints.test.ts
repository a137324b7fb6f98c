import { expect, test } from "vitest";
import { hintsFor } from "@/features/overview/hints.ts";

const editor = { permissions: ["pages.read", "pages.publish", "site.write"] };
const bare = { tagline: " ", homePageId: null };
const names = (...of: Parameters<typeof hintsFor>) => hintsFor(...of).map(({ name }) => name);

test("a site that lacks nothing gets no advice", () => {
  expect(names(editor, { tagline: "Bread since 1921", homePageId: "1" }, true)).toEqual([]);
});

test("a home page is asked for once there is one to choose", () => {
  expect(names(editor, bare, false)).toEqual(["Publish the first page", "Write a tagline"]);
  expect(names(editor, bare, true)).toEqual(["Choose a home page", "Write a tagline"]);
});

test("nobody is advised to do what they may not", () => {
  expect(names({ permissions: ["pages.read", "pages.write"] }, bare, false)).toEqual([]);
});
