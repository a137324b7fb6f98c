import { randomUUID } from "node:crypto";
import pg from "pg";
import { failure } from "../errors.ts";
import { type Migration, readMigrations } from "./migration-files.ts";

/** Any constant will do, as long as nobody else takes it; session-level, so that a crash frees it. */
const migrationLock = 4_170_310;

/**
 * Brings the control database to the newest migration, each in a transaction of its own together
 * with the row that notes it in Prisma's table. Two at once wait for each other.
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
    await client.query(ledgerTable);
    const pending = pendingMigrations(migrations, await appliedMigrations(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Names of the migrations a database lacks; looks without changing anything. */
export async function pendingMigrationNames(url: string, project: string): Promise<string[]> {
  const migrations = await readMigrations(project);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
    );
    const applied = rows[0]?.found ? await appliedMigrations(client) : [];
    return pendingMigrations(migrations, applied).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
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

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return rows;
}

/**
 * Prisma's schema engine would apply them too, but its driver adapter cuts scripts at every
 * semicolon (functions have some) and leaves half of a failed one behind.
 */
async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw failure("migration_failed", { name, why }, { cause: thrown });
  }
}

/** As Prisma's own tools make it, so that they can read the history. */
const ledgerTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`;
