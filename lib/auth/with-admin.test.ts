import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const app = resolve(import.meta.dirname, "../../app");
/** The way in, which nobody who is out could use otherwise. */
const open = new Set(["(portal)/admin/enter/page.tsx"]);

const pages = globSync("(portal)/admin/**/page.tsx", { cwd: app }).filter((file) => !open.has(file));
const routes = globSync("api/admin/**/route.ts", { cwd: app });

test("there are pages and routes to look at", () => {
  expect(pages.length).toBeGreaterThan(1);
  expect(routes.length).toBeGreaterThan(1);
});

test.each(pages)("%s shows itself to admins only", (file) => {
  const source = readFileSync(resolve(app, file), "utf8");
  expect(source).toMatch(/^export default adminPage/m);
});

test.each(routes)("%s answers admins only, on every method", (file) => {
  const source = readFileSync(resolve(app, file), "utf8");
  const handlers = [
    ...source.matchAll(
      /^export (?:const|async function|function|let|var) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(.*)$/gm,
    ),
  ];
  expect(handlers.length).toBeGreaterThan(0);
  for (const [line] of handlers) expect(line).toMatch(/= adminRoute\(/);
});

test("every other way into a folder of the app is known", () => {
  const others = globSync("**/{page.tsx,route.ts}", { cwd: app }).filter(
    (file) => !pages.includes(file) && !routes.includes(file),
  );
  expect(others.sort()).toEqual([
    "(portal)/admin/enter/page.tsx",
    "(site)/page.tsx",
    "api/auth/[...nextauth]/route.ts",
    "api/health/route.ts",
  ]);
});
