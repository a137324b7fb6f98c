import { expect, test } from "vitest";
import { isOwnHost } from "./own-host.ts";

const own = new Set(["localhost", "[::1]"]);

test.each(["localhost", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"])("the portal answers to %s", (host) => {
  expect(isOwnHost(host, own)).toBe(true);
});

test.each([
  null,
  "",
  "acme.localhost:8080",
  "localhost.evil.example",
  "evil.example",
  "localhost:8080@evil.example",
  "localhost:",
  "127.0.0.1",
])("the portal does not answer to %s", (host) => {
  expect(isOwnHost(host, own)).toBe(false);
});
