import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const project = join(import.meta.dirname, "../../..");
const lockfile = readFileSync(join(project, "package-lock.json"), "utf8");
const { packages } = JSON.parse(lockfile) as {
  packages: Record<string, { integrity?: string; link?: boolean; optional?: boolean }>;
};

test("the lockfile names no registry, so that everybody installs from their own", () => {
  expect(lockfile).not.toMatch(/"resolved": "https?:/);
});

test("every package that is always installed is pinned by the hash of its content", () => {
  const loose = Object.entries(packages).filter(
    ([path, { link, optional, integrity }]) => path.includes("node_modules/") && !link && !optional && !integrity,
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});
