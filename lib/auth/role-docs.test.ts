import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { adminPermissionWords, adminRoleWords } from "../../components/people/admin-role-words.ts";
import { type AdminPermission, adminMay, adminPermissions, adminRoles } from "../domain/permissions.ts";

test("docs/security.md has the table of roles that the doors ask, word for word", () => {
  const docs = readFileSync(resolve(import.meta.dirname, "../../docs/security.md"), "utf8");
  const head = ["may", ...adminRoles.map((role) => adminRoleWords[role].name)];
  const rows = (Object.keys(adminPermissions) as AdminPermission[]).map((permission) => [
    adminPermissionWords[permission],
    ...adminRoles.map((role) => (adminMay(role, permission) ? "yes" : "–")),
  ]);
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  expect(docs).toContain(table.replaceAll("| --- ", "|---").replace(/---\|---/g, "---|---"));
});
