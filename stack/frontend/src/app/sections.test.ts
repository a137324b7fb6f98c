import { expect, test } from "vitest";
import { sectionGroupsFor, sections, sectionsFor } from "@/app/sections.ts";

const labels = (...permissions: string[]) => sectionsFor({ permissions }).map(({ label }) => label);

test("nobody is led to a screen that they may not see", () => {
  expect(labels()).toEqual([]);
  expect(labels("pages.read", "site.read")).not.toContain("People");
  expect(labels("pages.read", "site.read", "people.read")).toContain("People");
});

test("a group that would be empty is left out", () => {
  const groups = sectionGroupsFor({ permissions: ["pages.read"] });
  expect(groups.map(({ label }) => label)).toEqual([null, "Content"]);
});

test("every section has its own address and its own keys, which begin with g", () => {
  for (const of of ["to", "keys", "label"] as const) {
    expect(new Set(sections.map((section) => section[of])).size).toBe(sections.length);
  }
  for (const { keys } of sections) expect(keys).toMatch(/^g [a-z]$/);
});
