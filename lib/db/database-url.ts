import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

/** Folder that the control database's container puts its socket into. */
export const controlSocketDir = (home: Home): string => join(home.sockets, "db");

/**
 * `DATABASE_URL`, or our own control database over its unix socket.
 * @throws not_up when neither exists yet
 */
export function databaseUrl(home: Home, env: NodeJS.ProcessEnv): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  if (!existsSync(home.controlEnvFile)) throw failure("not_up", { why: "there is no control database yet" });
  const password = /^DB_PASSWORD=(.+)$/m.exec(readFileSync(home.controlEnvFile, "utf8"))?.[1];
  if (!password) throw failure("not_up", { why: `${home.controlEnvFile} holds no DB_PASSWORD` });
  const url = new URL("postgresql://freehold@localhost/freehold");
  url.password = password;
  url.searchParams.set("host", controlSocketDir(home));
  return url.toString();
}
