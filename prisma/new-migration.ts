/**
 * Makes the next migration from the difference between the last one's schema and schema.prisma:
 *
 *   node prisma/new-migration.ts add_backups
 *
 * Prisma's engine wants a database to talk to; the running installation's serves, and nothing in
 * it is read or changed. The script is a proposal: read it, and add what a schema cannot say.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { databaseUrl } from "../lib/db/database-url.ts";
import { locateHome } from "../lib/home.ts";
import { migrationsFolder, readMigrations, schemaFile, schemaSnapshot } from "../lib/platform/migration-files.ts";
import { openSchemaEngine } from "./schema-engine.ts";

const project = resolve(import.meta.dirname, "..");
const [name = ""] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: node prisma/new-migration.ts name_of_the_change");
  process.exit(2);
}

const schema = (path: string) => ({
  tag: "schemaDatamodel" as const,
  files: [{ path: schemaFile(project), content: readFileSync(path, "utf8") }],
});
// Migrations written by hand leave the schema as it is and keep no snapshot of it.
const last = (await readMigrations(project)).findLast(({ name }) => existsSync(schemaSnapshot(project, name)));
const engine = await openSchemaEngine(databaseUrl(locateHome(process.env), process.env));
const { stdout: script } = await engine.diff({
  from: last ? schema(schemaSnapshot(project, last.name)) : { tag: "empty" },
  to: schema(schemaFile(project)),
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});

if (!script || /^-- This is an empty migration\.\s*$/.test(script)) {
  console.log("The last migration leads to this schema already; nothing to do.");
} else {
  const made = `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  mkdirSync(join(migrationsFolder(project), made), { recursive: true });
  writeFileSync(join(migrationsFolder(project), made, "migration.sql"), script);
  copyFileSync(schemaFile(project), schemaSnapshot(project, made));
  console.log(`Made prisma/migrations/${made}`);
}
