import { expect, test } from "vitest";
import { auditHref, parseAuditSearch } from "./audit-params.ts";

const read = (address: string) =>
  parseAuditSearch(Object.fromEntries(new URL(address, "http://localhost").searchParams));

test("an address says the same after it was read and written again", () => {
  const address =
    "/admin/audit?who=admin:ada@example.com&what=tenant.suspended&whom=acme&from=2026-11-01&to=2026-11-24";
  const search = read(address);
  expect(search).toMatchObject({ actor: "admin:ada@example.com", action: "tenant.suspended", subject: "acme" });
  expect(read(auditHref(search))).toEqual(search);
});

test("the last day of a span counts whole", () => {
  const { from, until } = read("/admin/audit?from=2026-11-24&to=2026-11-24");
  expect([from?.toISOString(), until?.toISOString()]).toEqual(["2026-11-24T00:00:00.000Z", "2026-11-25T00:00:00.000Z"]);
});

test("what makes no sense is left out", () => {
  const search = read("/admin/audit?from=2026-02-31&to=yesterday&before=-4&after=now&who=%00");
  expect(search).toMatchObject({ actor: "", from: null, until: null, at: null });
});

test("a page is named by the event beside it", () => {
  expect(read(auditHref(read("/admin/audit"), { side: "older", than: 51 })).at).toEqual({ side: "older", than: 51 });
  expect(read(auditHref(read("/admin/audit"), { side: "newer", than: 51 })).at).toEqual({ side: "newer", than: 51 });
});
