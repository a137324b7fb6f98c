import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** As Prisma notes it in `_prisma_migrations`. */
  readonly checksum: string;
}

export const migrationsFolder = (project: string): string => join(project, "prisma", "migrations");

/** The migrations of a project, in the order they are applied. */
export async function readMigrations(project: string): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder(project), { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const script = await readFile(join(migrationsFolder(project), name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

export const schemaFile = (project: string): string => join(project, "prisma", "schema.prisma");

/** The schema that a migration leads to, kept beside its script; the next one is made from it. */
export const schemaSnapshot = (project: string, migration: string): string =>
  join(migrationsFolder(project), migration, "schema.prisma");
