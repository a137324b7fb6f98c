import { expect, test } from "vitest";
import { inDetail, whatWasDone, whoDidIt } from "@/features/audit/sentences.ts";

const ada = { kind: "user", id: "1", name: "Ada" } as const;
const done = (event: string, title: string, subjectId = "9") =>
  whatWasDone({ event, title, subjectId, actor: ada, details: {} });

test("a line reads as a sentence", () => {
  expect(done("entry.published", "About us")).toBe("published “About us”");
  expect(done("signed_in", "Ada")).toBe("signed in");
  expect(whoDidIt(ada)).toBe("Ada");
  expect(whoDidIt({ kind: "token", id: "1", name: "Import (Ada)" })).toBe("The token Import (Ada)");
  expect(whoDidIt({ kind: "system", id: null, name: "" })).toBe("The site by itself");
});

test("a design that is applied is told from settings that are saved", () => {
  const saved = { event: "site.saved", title: "Plan", actor: ada };
  const told = (subjectId: string, change?: string) =>
    whatWasDone({ ...saved, subjectId, details: change ? { change } : {} });
  expect(told("site")).toBe("saved the site’s settings");
  expect(told("design", "applied")).toBe("applied a new design");
  expect(told("design", "undone")).toBe("went back to the design before");
});

test("an event this admin does not know yet is told by its name", () => {
  expect(done("menu.saved", "Main")).toBe("menu.saved: Main");
  expect(done("menu.saved", "")).toBe("menu.saved");
});

test("details are told where they say something", () => {
  const details = { email: "a@b.c", from: "editor", to: "viewer" };
  expect(inDetail({ event: "user.role_changed", details })).toBe("from editor to viewer");
  expect(inDetail({ event: "token.created", details: { scopes: ["pages.read"] } })).toBe(
    "pages.read",
  );
  expect(inDetail({ event: "term.merged", details: { into: "Meals" } })).toBe("into “Meals”");
  expect(inDetail({ event: "signed_in", details: { email: "a@b.c" } })).toBe("");
});
