import { expect, test } from "vitest";
import { inDetail, whatWasDone, whoDidIt } from "@/features/audit/sentences.ts";

test("a line reads as a sentence", () => {
  expect(whatWasDone({ event: "entry.published", title: "About us" })).toBe("published “About us”");
  expect(whatWasDone({ event: "signed_in", title: "Ada" })).toBe("signed in");
  expect(whoDidIt({ kind: "user", id: "1", name: "Ada" })).toBe("Ada");
  expect(whoDidIt({ kind: "token", id: "1", name: "Import (Ada)" })).toBe("The token Import (Ada)");
  expect(whoDidIt({ kind: "system", id: null, name: "" })).toBe("The site by itself");
});

test("an event this admin does not know yet is told by its name", () => {
  expect(whatWasDone({ event: "menu.saved", title: "Main" })).toBe("menu.saved: Main");
  expect(whatWasDone({ event: "menu.saved", title: "" })).toBe("menu.saved");
});

test("details are told where they say something", () => {
  const details = { email: "a@b.c", from: "editor", to: "viewer" };
  expect(inDetail({ event: "user.role_changed", details })).toBe("from editor to viewer");
  expect(inDetail({ event: "token.created", details: { scopes: ["pages.read"] } })).toBe(
    "pages.read",
  );
  expect(inDetail({ event: "signed_in", details: { email: "a@b.c" } })).toBe("");
});
