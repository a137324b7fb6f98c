import { expect, test } from "vitest";
import { currentHref } from "./current-href.ts";

const hrefs = ["/admin", "/admin/audit", "/admin/people"];

test("a page belongs to the nearest address above it, by whole words", () => {
  expect(
    ["/admin", "/admin/tenants/acme", "/admin/audit", "/admin/people/7", "/admin/auditors", "/"].map((path) =>
      currentHref(path, hrefs),
    ),
  ).toEqual(["/admin", "/admin", "/admin/audit", "/admin/people", "/admin", null]);
});
