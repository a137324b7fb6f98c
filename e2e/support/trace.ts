import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "./installation.ts";

/**
 * Everything a command could leave behind: rows, Docker objects and files. Life signs and logs,
 * which grow by themselves, are left out.
 */
export async function traceOf(installation: Installation): Promise<unknown> {
  const count = (table: string): string => `(SELECT count(*)::int FROM ${table}) AS ${table}`;
  const tables = ["regions", "engines", "releases", "tenants", "stacks", "subnets", "operations", "orphans"];
  const [rows] = await installation.sql(
    `SELECT ${[...tables, "audit_events", "users", "one_time_tokens", "applications", "mails"].map(count).join(", ")}`,
  );
  return {
    rows,
    docker: await installation.inventory(),
    files: [
      ...readdirSync(installation.home),
      ...readdirSync(join(installation.home, "stacks"), { recursive: true }),
    ].sort(),
  };
}
