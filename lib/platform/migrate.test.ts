import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { pendingMigrations } from "./migrate.ts";
import { readMigrations, schemaFile, schemaSnapshot } from "./migration-files.ts";

const project = resolve(import.meta.dirname, "../..");
const migrations = [
  { name: "1_a", script: "", checksum: "aa" },
  { name: "2_b", script: "", checksum: "bb" },
];

test("only what a database lacks is applied, in order", () => {
  expect(pendingMigrations(migrations, []).map(({ name }) => name)).toEqual(["1_a", "2_b"]);
  expect(pendingMigrations(migrations, [{ name: "1_a", checksum: "aa" }]).map(({ name }) => name)).toEqual(["2_b"]);
});

test("a migration that was changed after it was applied is refused by name", () => {
  expect(() => pendingMigrations(migrations, [{ name: "1_a", checksum: "other" }])).toThrow(/Migration 1_a .* changed/);
});

test("migrations from a newer version are left alone", () => {
  expect(pendingMigrations(migrations, [{ name: "9_z", checksum: "zz" }])).toHaveLength(2);
});

test("the last migration leads to schema.prisma", async () => {
  const last = (await readMigrations(project)).findLast(({ name }) => existsSync(schemaSnapshot(project, name)));
  // How the client is generated makes no difference to the database.
  const models = (file: string): string => readFileSync(file, "utf8").replace(/^generator \w+ \{[^}]*\}/m, "");
  const hint = "schema.prisma changed without a migration: node prisma/new-migration.ts name_of_the_change";
  expect(models(schemaSnapshot(project, last?.name ?? "")) === models(schemaFile(project)), hint).toBe(true);
});
