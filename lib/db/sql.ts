import pg from "pg";

/** What statements are sent through: the Prisma client, a transaction of it, or `connectSql`. */
export interface Sql {
  $queryRaw<T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  /** @returns how many rows were written */
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

export interface SqlDatabase extends Sql {
  /** Commits when the work succeeds and rolls back when it throws. */
  $transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

export interface SqlPool extends SqlDatabase {
  close(): Promise<void>;
}

const connectMs = 5_000;
const queryMs = 15_000;

/** Whole numbers of 64 bits as Prisma gives them. */
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * The control database without Prisma, whose client takes 120 ms of computing before its first
 * query: for the one command that somebody waits for in front of a screen.
 * @param url PostgreSQL URL; `?host=/folder` means a unix socket
 */
export function connectSql(url: string, connections: number): SqlPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    types,
  });
  // An idle connection that ends is replaced; one in use tells whoever uses it.
  pool.on("error", () => undefined);
  return {
    ...sqlOf(pool),
    async $transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query("BEGIN");
        const value = await work(sqlOf(client));
        await client.query("COMMIT");
        return value;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function sqlOf(client: Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">): Sql {
  const send = (parts: TemplateStringsArray, values: unknown[]): Promise<pg.QueryResult> =>
    (client as Pick<pg.Pool, "query">).query(
      parts.reduce((text, part, index) => `${text}$${index}${part}`),
      values,
    );
  return {
    $queryRaw: async <T>(parts: TemplateStringsArray, ...values: unknown[]) => (await send(parts, values)).rows as T,
    $executeRaw: async (parts, ...values) => (await send(parts, values)).rowCount ?? 0,
  };
}
