import { PrismaPg } from "@prisma/adapter-pg";
import { failure } from "../errors.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";

export type Db = PrismaClient;
/** What use cases take: the client, or a transaction of it. */
export type Tx = Prisma.TransactionClient;
export { Prisma };

/**
 * @param url PostgreSQL URL; `?host=/folder` means a unix socket
 * @param connections largest number of connections held at once
 */
export function connectDatabase(url: string, connections = 5): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 }),
  });
}

const connectionErrors = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "ECONNREFUSED",
  "57P01",
  "57P03",
]);

/** Turns “cannot reach the database” into our own error; everything else is passed on. */
export function asDatabaseError(thrown: unknown): unknown {
  const code = (thrown as { code?: unknown } | null)?.code;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const away =
    (typeof code === "string" && connectionErrors.has(code)) ||
    /Can't reach database server|connect (ENOENT|ECONNREFUSED)|Connection terminated|timeout exceeded when trying to connect|the database system is (starting|shutting)/i.test(
      message,
    );
  if (!away) return thrown;
  const lastLine = message.trim().split("\n").at(-1) ?? "no answer";
  return failure("control_database_away", { why: lastLine }, { cause: thrown });
}
