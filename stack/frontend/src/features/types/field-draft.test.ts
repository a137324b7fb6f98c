import { expect, test } from "vitest";
import { asKind, fieldProblems, keyFrom, newField, settled } from "@/features/types/field-draft.ts";

test("a key is made of what a field is called", () => {
  expect(keyFrom("Opening hours")).toBe("openingHours");
  expect(keyFrom("Größe (in cm)")).toBe("grosseInCm");
  expect(keyFrom("3 reasons why")).toBe("reasonsWhy");
  expect(keyFrom("日本")).toBe("");
  expect(keyFrom("word ".repeat(30)).length).toBeLessThanOrEqual(40);
});

test("another kind knows nothing of what was said of the one before", () => {
  const text = {
    ...newField("text"),
    key: "a",
    label: "A",
    unique: true,
    maximum: 5,
    default: "x",
  };
  expect(asKind(text, "boolean")).toEqual({ ...newField("boolean"), key: "a", label: "A" });
  expect(asKind(text, "list").of).toBe("text");
  expect(asKind(text, "text")).toBe(text);
});

test("empty choices are left out; no and zero are defaults, nothing is none", () => {
  expect(settled({ ...newField("choice"), choices: [" a ", "", "b"] }).choices).toEqual(["a", "b"]);
  expect(settled({ ...newField("boolean"), default: false }).default).toBe(false);
  expect(settled({ ...newField("number"), default: 0 }).default).toBe(0);
  expect(settled({ ...newField("text"), default: "" }).default).toBeNull();
});

test("what keeps a field from being one is told by where it stands", () => {
  const problems = (change: object) =>
    Object.keys(
      fieldProblems({ ...newField("choice"), key: "a", label: "A", choices: ["x"], ...change }, [
        "b",
      ]),
    );
  expect(problems({})).toEqual([]);
  expect(problems({ label: " " })).toEqual(["label"]);
  for (const key of ["", "b", "Upper", "1st", "with-hyphen"])
    expect(problems({ key })).toEqual(["key"]);
  expect(problems({ choices: ["", " "] })).toEqual(["choices"]);
  expect(problems({ choices: ["x", "x "] })).toEqual(["choices"]);
  expect(problems({ kind: "number", minimum: 2, maximum: 1 })).toEqual(["maximum"]);
});
