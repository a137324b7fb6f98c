import pg from "pg";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { locateHome } from "../../lib/home.ts";

/** Asks the control database of the installation under test (FREEHOLD_HOME, FREEHOLD_NAMESPACE). */
export async function sql<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
  const home = locateHome(process.env);
  const client = new pg.Client({ connectionString: databaseUrl(home, process.env), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as T[];
  } finally {
    await client.end();
  }
}
