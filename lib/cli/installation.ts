import type { Db } from "../db/client.ts";
import { databaseUrl } from "../db/database-url.ts";
import { failure } from "../errors.ts";
import { type Home, readSettings, type Settings } from "../home.ts";
import type { Context } from "./context.ts";

/** @throws not_up before the first `up` */
export function requireSettings(home: Home): Settings {
  const settings = readSettings(home);
  if (!settings) throw failure("not_up", { why: `nothing was brought up in ${home.root} yet` });
  return settings;
}

/**
 * Opens the control database for as long as the work lasts.
 * @param connections as many as the work uses side by side
 */
export async function withDatabase<T>(
  context: Context,
  work: (db: Db, url: string) => Promise<T>,
  connections = 2,
): Promise<T> {
  const url = databaseUrl(context.home, context.env);
  // Not loaded by commands that do without.
  const { connectDatabase } = await import("../db/client.ts");
  const db = connectDatabase(url, connections);
  try {
    return await work(db, url);
  } finally {
    await db.$disconnect();
  }
}
