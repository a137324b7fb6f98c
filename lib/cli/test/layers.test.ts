import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = join(import.meta.dirname, "../../..");

const forbidden: Record<string, readonly string[]> = {
  "lib/db/probe.ts": ['import { connectEngine } from "../docker/connect.ts";'],
  "lib/docker/probe.ts": ['import type { Db } from "../db/client.ts";'],
  "lib/domain/probe.ts": ['import { readFileSync } from "node:fs";', 'import type { Db } from "../db/client.ts";'],
  "lib/domain/compose/probe.ts": ['import { request } from "node:http";'],
  "lib/reconcile/plan.ts": ['import { createNetwork } from "../docker/networks.ts";'],
  "lib/reconcile/probe.ts": ['import type { Db } from "../db/client.ts";'],
  "lib/secrets/probe.ts": ['import type { Db } from "../db/client.ts";'],
  "lib/stack-api/probe.ts": [
    'import type { Db } from "../db/client.ts";',
    'import { unseal } from "../secrets/seal.ts";',
  ],
  "lib/tenants/probe.ts": [
    'import Docker from "dockerode";',
    'import { PrismaClient } from "../db/generated/client.ts";',
    'import { PrismaClient } from "@prisma/client";',
  ],
  "lib/mail/probe.ts": ['import { currentSession } from "../auth/session.ts";'],
  "lib/outbound/probe.ts": ['import { stackApiOf } from "../tenants/stack-api-of.ts";'],
  "lib/edge/probe.ts": ['import Docker from "dockerode";'],
  "lib/auth/probe.ts": ['import { reconcile } from "../reconcile/reconcile-project.ts";'],
  "lib/portal/probe.ts": ['import { PrismaClient } from "@prisma/client";'],
  "lib/platform/probe.ts": ['import { list } from "../cli/commands/list.ts";'],
  "lib/cli/commands/probe.ts": ['import { database } from "../../portal/database.ts";'],
  "lib/worker/probe.ts": ['import Docker from "dockerode";', 'export const code = await import("../cli/main.ts");'],
  "app/probe/page.tsx": [
    'import { connectDatabase } from "@/lib/db/client.ts";',
    'import { connectEngine } from "@/lib/docker/connect.ts";',
    'import { connectEngine } from "../../lib/docker/connect.ts";',
  ],
  "components/probe.tsx": [
    'import { readFileSync } from "node:fs";',
    'import { session } from "@/lib/auth/session.ts";',
  ],
};

const allowed: Record<string, readonly string[]> = {
  "lib/tenants/allowed.ts": ['import type { Db } from "../db/client.ts";'],
  "lib/domain/compose/allowed.ts": ['import { parseSlug } from "../slug.ts";', 'import { parse } from "yaml";'],
  "app/allowed/page.tsx": ['import { getTenant } from "@/lib/tenants/get-tenant.ts";'],
};

interface Finding {
  readonly category: string;
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

let folder: string;
let refused: ReadonlySet<string>;

/** All probes in one run of the linter, in a folder with the project's own rules. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "freehold-layers-"));
  for (const name of ["biome.jsonc", "biome.layers.jsonc"]) copyFileSync(join(project, name), join(folder, name));
  for (const [file, lines] of Object.entries({ ...forbidden, ...allowed })) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  }
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", "--vcs-enabled=false", "--reporter=json"];
  const ran = spawnSync(process.execPath, [...args, "--max-diagnostics=none"], { cwd: folder, encoding: "utf8" });
  const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: Finding[] };
  refused = new Set(
    diagnostics
      .filter(({ category }) => category === "lint/style/noRestrictedImports")
      .map(({ location }) => `${location.path}:${location.start.line}`),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const probes = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([file, lines]) => lines.map((line, index) => [file, line, index + 1] as const));

test.each(probes(forbidden))("%s must not have: %s", (file, _line, number) => {
  expect(refused).toContain(`${file}:${number}`);
});

test.each(probes(allowed))("%s may have: %s", (file, _line, number) => {
  expect(refused).not.toContain(`${file}:${number}`);
});

test("components take types from use cases, never code", () => {
  const code = globSync("components/**/*.{ts,tsx}", { cwd: project }).filter((file) =>
    /^import (?!type )[^;]*"@\/lib\/tenants\//m.test(readFileSync(join(project, file), "utf8")),
  );
  expect(code).toEqual([]);
});
