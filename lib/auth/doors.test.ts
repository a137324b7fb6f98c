import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { adminPermissions, tenantPermissions } from "../domain/permissions.ts";

/**
 * Every way into the portal and the door it has to be made by. That the doors hold is tried on the
 * running portal (e2e/portal); that none is forgotten is seen here.
 */

const app = resolve(import.meta.dirname, "../../app");
const read = (file: string): string => readFileSync(resolve(app, file), "utf8");

const pages = globSync("**/page.tsx", { cwd: app }).sort();
const routes = globSync("**/route.ts", { cwd: app }).sort();
const actionFiles = globSync("**/*.{ts,tsx}", { cwd: app })
  .filter((file) => /^["']use server["']/m.test(read(file)))
  .sort();

/** Pages that anybody may see. */
const openPages = new Set([
  "(portal)/(way-in)/admin/enter/page.tsx",
  // Shows no data, and is not there unless FREEHOLD_UI_GALLERY asks for it.
  "(portal)/ui-gallery/page.tsx",
]);
const isOpenPage = (file: string): boolean => file.startsWith("(site)/") || openPages.has(file);
/** Routes that look after themselves. */
const openRoutes = new Set(["api/auth/[...nextauth]/route.ts", "api/health/route.ts"]);

const door = (kind: "page" | "route" | "action") =>
  new RegExp(`^(admin|tenant|person|demo)${kind[0]?.toUpperCase()}${kind.slice(1)}\\b`);
const permissionIn = (call: string): string | undefined => /\(\s*"([a-zA-Z.]+)"/.exec(call)?.[1];

function expectPermission(call: string): void {
  const known = call.startsWith("admin") ? adminPermissions : call.startsWith("tenant") ? tenantPermissions : null;
  if (known) expect(Object.keys(known)).toContain(permissionIn(call.replace(/<[^(]*>/, "")));
}

test("there are pages, routes and permissions to look at", () => {
  expect(pages.length).toBeGreaterThan(2);
  expect(routes.length).toBeGreaterThan(2);
});

describe("every page", () => {
  test.each(pages.filter((file) => !isOpenPage(file)))("%s is made by a door", (file) => {
    const call = /^export default (\w+Page\b[^;]*?\()(?:[\s\S]*)/m.exec(read(file));
    const text = call?.[0].replace("export default ", "") ?? "";
    expect(text).toMatch(door("page"));
    if (file.includes("/admin/")) expect(text).toMatch(/^adminPage/);
    if (file.includes("/t/[slug]/")) expect(text).toMatch(/^tenantPage/);
    expectPermission(text);
  });
});

describe("every route", () => {
  test.each(routes.filter((file) => !openRoutes.has(file)))("%s is made by a door, on every method", (file) => {
    const handlers = [
      ...read(file).matchAll(
        /^export (?:const|async function|function|let|var) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b([\s\S]*?)(?=^export |$(?![\s\S]))/gm,
      ),
    ];
    expect(handlers.length).toBeGreaterThan(0);
    for (const [, , rest = ""] of handlers) {
      const text = rest.replace(/^\s*=\s*/, "");
      expect(text).toMatch(door("route"));
      if (file.startsWith("api/admin/")) expect(text).toMatch(/^adminRoute/);
      expectPermission(text);
    }
  });
});

describe("every server action", () => {
  test.each(actionFiles.length > 0 ? actionFiles : ["(none yet)"])("%s is made by a door", (file) => {
    if (file === "(none yet)") return;
    expect(file).toMatch(/(^|\/)actions\.ts$/);
    const exported = [...read(file).matchAll(/^export (?!type\b|interface\b)(.*)$/gm)].map(([, line = ""]) => line);
    expect(exported.length).toBeGreaterThan(0);
    for (const line of exported) {
      expect(line).toMatch(/^const \w+ = (admin|tenant|person|public)Action\b/);
      if (file.includes("/admin/")) expect(line).toMatch(/= adminAction/);
    }
  });
});
