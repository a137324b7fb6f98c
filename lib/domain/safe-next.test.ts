import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each(["/home", "/t/acme/logs?service=api#end", "/admin"])("%s is a place to go on at", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  undefined,
  ["/home", "/admin"],
  "",
  "home",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "/..//evil.example/",
  "javascript:alert(1)",
  "/api/auth/signout",
  "/sign-in?next=/sign-in",
  `/${"a".repeat(600)}`,
])("%j is not", (next) => {
  expect(safeNext(next)).toBeNull();
});
