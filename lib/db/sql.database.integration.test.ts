import { afterEach, beforeEach, expect, test } from "vitest";
import { createTenant } from "../tenants/create-tenant.ts";
import { issueSetupLink } from "../tenants/issue-setup-link.ts";
import { verifyAudit } from "../tenants/verify-audit.ts";
import { connectSql, type SqlPool } from "./sql.ts";
import { makeTestDatabase, type TestDatabase } from "./test-database.ts";
import { seedFleet, testKey } from "./test-fleet.ts";

const actor = { name: "cli:root", origin: "cli" };
let database: TestDatabase;
let sql: SqlPool;
beforeEach(async () => {
  database = await makeTestDatabase();
  sql = connectSql(database.url, 2);
});
afterEach(async () => {
  await sql.close();
  await database.drop();
});

interface Values {
  big: bigint;
  at: Date;
  json: unknown;
  bytes: Uint8Array;
  list: string[];
}

test("values come as Prisma gives them", async () => {
  const at = new Date("2026-11-24T16:00:00.123Z");
  const values = [2n ** 60n, at, JSON.stringify({ a: [1] }), new Uint8Array([0, 255]), ["x", "y"]] as const;
  const ask = async (from: Pick<SqlPool, "$queryRaw">): Promise<Values | undefined> => {
    const [row] = await from.$queryRaw<Values[]>`
      SELECT ${values[0]}::bigint AS big, ${values[1]}::timestamptz AS at, ${values[2]}::jsonb AS json,
             ${values[3]}::bytea AS bytes, ${values[4]}::text[] AS list`;
    return row && { ...row, bytes: new Uint8Array(row.bytes) };
  };
  const bare = await ask(sql);
  expect(bare).toEqual({ big: values[0], at, json: { a: [1] }, bytes: values[3], list: ["x", "y"] });
  expect(bare).toEqual(await ask(database.db));
});

test("a transaction that throws writes nothing, and its connection serves the next", async () => {
  const work = sql.$transaction(async (tx) => {
    expect(await tx.$executeRaw`INSERT INTO regions (id, name, base_domain) VALUES ('mars', 'Mars', 'mars.test')`).toBe(
      1,
    );
    throw new Error("changed my mind");
  });
  await expect(work).rejects.toThrow("changed my mind");
  expect(await sql.$queryRaw`SELECT id FROM regions WHERE id = 'mars'`).toEqual([]);
});

test("a statement that fails rolls back what came before it", async () => {
  const work = sql.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO regions (id, name, base_domain) VALUES ('mars', 'Mars', 'mars.test')`;
    await tx.$executeRaw`SELECT 1 / ${0}::int`;
  });
  await expect(work).rejects.toMatchObject({ code: "22012" });
  expect(await sql.$queryRaw`SELECT id FROM regions WHERE id = 'mars'`).toEqual([]);
});

test("of five tenants asked for at once under one slug one is written, without Prisma as with it", async () => {
  await seedFleet(database.db, "10.213.0.0/24");
  const create = (db: typeof sql) => createTenant(db, testKey, { slug: "acme", name: "Acme “Ä” Inc." }, actor);
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => create(sql)));
  const codes = results.map((result) =>
    result.status === "fulfilled" ? result.value.baseDomain : (result.reason as { code: string }).code,
  );
  expect(codes.sort()).toEqual(["localhost", "slug_taken", "slug_taken", "slug_taken", "slug_taken"]);
  await createTenant(database.db, testKey, { slug: "beta" }, actor);
  await expect(verifyAudit(database.db)).resolves.toMatchObject({ events: 2 });
  await expect(issueSetupLink(sql, testKey, "nobody", 80)).rejects.toMatchObject({ code: "tenant_unknown" });
});
