import { expect, test } from "vitest";
import { commandsFor, matching } from "@/app/palette/commands.ts";

const names = (...permissions: string[]) => commandsFor({ permissions }).map(({ name }) => name);

test("a viewer is offered what reads, and nothing that writes", () => {
  expect(names("pages.read", "site.read")).toContain("Pages");
  expect(names("pages.read", "site.read")).not.toContain("New page");
  expect(names("pages.read", "pages.write")).toContain("New page");
});

test("types that were defined here are listed, and written by those who write", () => {
  const recipes = { key: "recipe", name: "Recipe", plural: "Recipes" };
  const offered = (...permissions: string[]) =>
    commandsFor({ permissions }, [recipes]).map(({ name }) => name);
  expect(offered("pages.read")).toContain("Recipes");
  expect(offered("pages.read")).not.toContain("New recipe");
  expect(offered("pages.read", "pages.write")).toContain("New recipe");
  expect(offered()).not.toContain("Recipes");
});

test("whoever may do nothing may still look at the site, choose a theme and leave", () => {
  expect(names()).toEqual([
    "View the site",
    "Light theme",
    "Dark theme",
    "Theme as the system",
    "Sign out",
  ]);
});

test("a command is found by any of its words, in any order", () => {
  const commands = commandsFor({ permissions: ["pages.read", "site.read", "people.read"] });
  const found = (text: string) => matching(commands, text).map(({ name }) => name);
  expect(found("DARK")).toEqual(["Dark theme"]);
  expect(found("theme dark")).toEqual(["Dark theme"]);
  expect(found("log out")).toEqual(["Sign out"]);
  expect(found("roles")).toEqual(["People"]);
  expect(found("no such thing")).toEqual([]);
  expect(found("  ")).toEqual(commands.map(({ name }) => name));
});
