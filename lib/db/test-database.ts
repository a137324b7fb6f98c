import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import pg from "pg";
import { migrate } from "../platform/migrate.ts";
import { connectDatabase, type Db } from "./client.ts";

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of one's own, migrated to head, on the server that FREEHOLD_TEST_DATABASE_URL names. */
export async function makeTestDatabase(env: NodeJS.ProcessEnv = process.env): Promise<TestDatabase> {
  const server = env.FREEHOLD_TEST_DATABASE_URL;
  if (!server) throw new Error("FREEHOLD_TEST_DATABASE_URL must name a PostgreSQL to test on");
  const name = `freehold_test_${randomBytes(6).toString("hex")}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.toString(), resolve(import.meta.dirname, "../.."));
  const db = connectDatabase(url.toString(), 10);
  return {
    db,
    url: url.toString(),
    async drop() {
      await db.$disconnect();
      await asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
