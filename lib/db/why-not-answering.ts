import { Socket } from "node:net";
import pg from "pg";

/** Null when the database answers; otherwise why it does not. */
export async function whyNotAnswering(url: string): Promise<string | null> {
  try {
    await ask(url, "SELECT 1");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Whether a stack's database lets its own user in and has heard nothing of its API for ten seconds: then the
 * API has lost it. One whose connections are all in use has not.
 */
export async function hasLostItsApi(url: string): Promise<boolean> {
  try {
    const heard = await ask(
      url,
      `SELECT 1 FROM pg_stat_activity WHERE usename = current_user AND application_name = 'cms-api'
       AND query_start > now() - interval '10 seconds' LIMIT 1`,
    );
    return heard === 0;
  } catch {
    return false;
  }
}

/** By a connection of its own, and every wait has an end. @returns the number of rows */
async function ask(url: string, query: string): Promise<number> {
  const socket = new Socket();
  const deadlines = { connectionTimeoutMillis: 3_000, query_timeout: 3_000 };
  const client = new pg.Client({ connectionString: url, stream: () => socket, ...deadlines });
  // A connection cut while it is being closed is reported here and means nothing any more.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    // A database that froze meanwhile answers no goodbye.
    const over = setTimeout(() => socket.destroy(), 1_000);
    await client.end().catch(() => undefined);
    clearTimeout(over);
  }
}
