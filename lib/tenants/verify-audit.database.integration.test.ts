import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendAudit } from "../db/append-audit.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { verifyAudit } from "./verify-audit.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());

const entry = (subject: string) => ({ actor: "cli:root", action: "tenant.created", subject, origin: "cli" });
const append = (subject: string): Promise<void> => database.db.$transaction((tx) => appendAudit(tx, entry(subject)));

test("ten connections at once keep the chain whole", async () => {
  await Promise.all(
    Array.from({ length: 10 }, async (_, connection) => {
      for (let index = 0; index < 10; index++) await append(`tenant:t${connection}-${index}`);
    }),
  );
  expect(await verifyAudit(database.db)).toMatchObject({ events: 100 });
});

test("what a transaction that is rolled back appended is gone, and the chain goes on", async () => {
  const before = await verifyAudit(database.db);
  const failing = database.db.$transaction(async (tx) => {
    await appendAudit(tx, entry("tenant:never"));
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await verifyAudit(database.db)).toEqual(before);
  await append("tenant:after");
  expect(await verifyAudit(database.db)).toMatchObject({ events: before.events + 1 });
});

test("details come back from PostgreSQL as they were hashed", async () => {
  const details = { z: 1, a: { ü: '🦊 "\\\n', list: [0.1, 1e21, -5, null, true, ""] }, "": {} };
  await database.db.$transaction((tx) => appendAudit(tx, { ...entry("tenant:x"), reason: "because\n“so”", details }));
  await expect(verifyAudit(database.db)).resolves.toBeDefined();
});

describe("nobody changes what was written, not even the tables' owner", () => {
  test.each([
    "UPDATE audit_events SET actor = 'x' WHERE seq = 3",
    "UPDATE audit_events SET actor = actor",
    "DELETE FROM audit_events WHERE seq = 3",
    "TRUNCATE audit_events",
  ])("%s", async (statement) => {
    const before = await verifyAudit(database.db);
    await expect(database.db.$executeRawUnsafe(statement)).rejects.toThrow("audit_events is append-only");
    expect(await verifyAudit(database.db)).toEqual(before);
  });

  test("and one who switches that off is found out", async () => {
    await database.db.$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER ALL`;
    await database.db.$executeRaw`UPDATE audit_events SET actor = 'x' WHERE seq = 3`;
    await database.db.$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER ALL`;
    await expect(verifyAudit(database.db)).rejects.toThrow(
      "The audit chain is broken at event 3: its content does not match its hash.",
    );
  });
});
