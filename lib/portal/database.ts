import { asDatabaseError, connectDatabase, type Db } from "../db/client.ts";
import { databaseUrl } from "../db/database-url.ts";
import { asFreeholdError, type FreeholdError, failure } from "../errors.ts";
import { portalHome } from "./home.ts";

/** A page must not wait longer than this to say that the database is away. Milliseconds. */
const pingDeadlineMs = 2_000;

/** Next bundles pages, routes and the proxy apart; they meet in the process. */
const shared = globalThis as { freeholdPortalDb?: Db };

/** Where the control database is. @throws not_up */
export const portalDatabaseUrl = (): string => databaseUrl(portalHome(), process.env);

/** The process's one client. @throws not_up before the first `up` */
export function portalDb(): Db {
  shared.freeholdPortalDb ??= connectDatabase(portalDatabaseUrl(), 8);
  return shared.freeholdPortalDb;
}

/** Asks the control database for a sign of life; null when it gave one, else why not. */
export async function whyDatabaseAway(): Promise<FreeholdError | null> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure("control_database_away", { why: "no answer within 2 s" })), pingDeadlineMs);
  });
  try {
    await Promise.race([portalDb().$queryRaw`SELECT 1`, deadline]);
    return null;
  } catch (thrown) {
    return asFreeholdError(asDatabaseError(thrown));
  } finally {
    clearTimeout(timer);
  }
}
