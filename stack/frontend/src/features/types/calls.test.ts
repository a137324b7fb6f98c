import { expect, test } from "vitest";
import { callsFor } from "@/features/types/calls.ts";
import { newField } from "@/features/types/field-draft.ts";

const recipe = {
  key: "recipe",
  name: "Recipe",
  plural: "Recipes",
  fields: [
    { ...newField("number"), key: "minutes", label: "Minutes", required: true, minimum: 5 },
    { ...newField("list"), key: "steps", label: "Steps", required: true },
    { ...newField("json"), key: "extra", label: "Extra" },
  ],
};

test("a type's calls name it, and carry what it needs", () => {
  const calls = callsFor(recipe, "https://example.org");
  expect(calls[0]?.curl).toBe(
    `curl 'https://example.org/api/published?type=recipe' \\\n  -H "Authorization: Bearer $TOKEN"`,
  );
  const body = calls.find(({ path }) => path === "/api/entries")?.curl.match(/-d '(.*)'$/s)?.[1];
  expect(JSON.parse(body ?? "")).toEqual({
    type: "recipe",
    title: "A recipe",
    data: { minutes: 5, steps: ["…"] },
  });
});

test("an apostrophe in a name does not end the shell's string", () => {
  const [, , write] = callsFor({ ...recipe, name: "Baker's" }, "https://example.org");
  expect(write?.curl).toContain(`A baker'\\''s`);
});
