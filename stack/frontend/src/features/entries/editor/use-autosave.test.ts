import { expect, test } from "vitest";
import { edit, failed, open, saving } from "@/features/entries/editor/document.ts";
import { autosaveDelay } from "@/features/entries/editor/use-autosave.ts";
import { ApiError } from "@/lib/api-error.ts";

const typed = edit(open(null), { title: "Hello" });

test("what is typed saves itself after a pause, and sooner when it has waited for long", () => {
  expect(autosaveDelay(typed, 1_000, 1_000)).toBe(1_500);
  expect(autosaveDelay(typed, 1_000, 15_500)).toBe(500);
  expect(autosaveDelay(typed, 1_000, 60_000)).toBe(0);
});

test("nothing is saved without a change, without a title, or while a save is under way", () => {
  expect(autosaveDelay(open(null), 0, 0)).toBeNull();
  expect(autosaveDelay(edit(open(null), { data: { body: "Hi" } }), 0, 0)).toBeNull();
  expect(autosaveDelay(saving(typed), 0, 0)).toBeNull();
});

test("a lost connection is tried again; a refusal waits until what was refused is edited", () => {
  const lost = failed(typed, new ApiError("network", "No connection."));
  expect(autosaveDelay(lost, 0, 0)).toBe(10_000);
  const refused = failed(typed, new ApiError("slug_taken", "Taken.", 409, { slug: "Taken." }));
  expect(autosaveDelay(refused, 0, 0)).toBeNull();
  expect(autosaveDelay(edit(refused, { data: { body: "x" } }), 0, 0)).toBeNull();
  expect(autosaveDelay(edit(refused, { slug: "hello-you" }), 0, 0)).not.toBeNull();
});
