import { expect, test } from "vitest";
import { permissionsOf } from "@/lib/domain/permissions.ts";
import type { FoundTenant } from "@/lib/tenants/find-tenants.ts";
import { tenantCommands } from "./tenant-commands.ts";

const acme: FoundTenant = { slug: "acme", name: "Acme", status: "running", url: "http://acme.localhost:8080" };
const names = (tenant: FoundTenant, role: "operator" | "auditor") =>
  tenantCommands(tenant, permissionsOf(role)).map(({ name }) => name);

test("an auditor is offered what reads, and nothing that changes", () => {
  expect(names(acme, "auditor")).toEqual([
    "Open its page",
    "Open its site",
    "View its plan",
    "View what was done",
    "View its audit trail",
  ]);
});

test("an operator is offered what makes sense as the tenant is now", () => {
  expect(names(acme, "operator")).toEqual(expect.arrayContaining(["Suspend", "Restart"]));
  expect(names(acme, "operator")).not.toContain("Resume");
  const suspended = names({ ...acme, status: "suspended" }, "operator");
  expect(suspended).toContain("Resume");
  expect(suspended).not.toContain("Suspend");
  expect(suspended).not.toContain("Open its site");
});
