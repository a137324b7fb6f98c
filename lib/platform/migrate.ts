import pg from "pg";
import { failure } from "../errors.ts";
import { type Migration, migrationList, readMigrations } from "./migration-files.ts";

/** Any constant will do, as long as nobody else takes it; session-level, so that a crash frees it. */
const migrationLock = 4_170_310;

/**
 * Brings the control database to the newest migration. Two at once wait for each other.
 * @param url PostgreSQL URL of a role that owns the database
 * @param project folder with `prisma/migrations`
 * @returns the names applied just now
 * @throws migration_failed
 */
export async function migrate(url: string, project: string): Promise<string[]> {
  const migrations = await readMigrations(project);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const pending = pendingMigrations(migrations, await appliedMigrations(client));
    if (pending.length === 0) return [];
    return await apply(url, project, migrations);
  } finally {
    await client.end();
  }
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const table = await client.query<{ found: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (!table.rows[0]?.found) return [];
  const applied = await client.query<AppliedMigration>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return applied.rows;
}

/**
 * The migrations that a database lacks.
 * @throws migration_failed when one that was applied reads differently now
 */
export function pendingMigrations(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  return migrations.filter(({ name, checksum }) => {
    const found = checksums.get(name);
    if (found !== undefined && found !== checksum) {
      throw failure("migration_failed", { name, why: "its file was changed after it was applied" });
    }
    return found === undefined;
  });
}

async function apply(url: string, project: string, migrations: readonly Migration[]): Promise<string[]> {
  // A second's worth of WebAssembly; only loaded when there is something to apply.
  const { openSchemaEngine } = await import("./schema-engine.ts");
  const engine = await openSchemaEngine(url);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationList(project, migrations),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    const name = /Migration name: (\S+)/.exec(text)?.[1] ?? "?";
    const why = /Database error:\s*(.+)/.exec(text)?.[1] ?? text.split("\n")[0] ?? "no reason given";
    throw failure("migration_failed", { name, why }, { cause: thrown });
  } finally {
    engine.free();
  }
}
