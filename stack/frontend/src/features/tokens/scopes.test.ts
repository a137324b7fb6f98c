import { expect, test } from "vitest";
import { scopeLabel, scopesToGive } from "@/features/tokens/scopes.ts";

test("a token is offered what one may oneself, but never the making of tokens", () => {
  const offered = scopesToGive(["tokens.manage", "site.read", "pages.read"]);
  expect(offered.map(({ value }) => value)).toEqual(["pages.read", "site.read"]);
});

test("a permission this admin does not know yet is offered last, by its name", () => {
  const offered = scopesToGive(["zebra.ride", "audit.read"]);
  expect(offered.map(({ label }) => label)).toEqual(["Read the audit log", "zebra.ride"]);
  expect(scopeLabel("zebra.ride")).toBe("zebra.ride");
});
