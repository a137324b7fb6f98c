import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { createTenant } from "../tenants/create-tenant.ts";
import { findAccess } from "../tenants/find-access.ts";
import { findSession } from "./find-session.ts";
import { startViewing, stopViewing, viewingMinutes } from "./view-as.ts";

const actor = { name: "admin:ada@freehold.example", origin: "portal" };
let database: TestDatabase;
let sessionId: string;
let userId: string;
beforeEach(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
  await createTenant(database.db, testKey, { slug: "acme" }, actor);
  const user = await database.db.user.create({
    data: {
      email: "ada@freehold.example",
      adminRole: "operator",
      sessions: { create: { expiresAt: new Date(Date.now() + 3_600_000) } },
    },
    include: { sessions: true },
  });
  userId = user.id;
  sessionId = user.sessions[0]?.id ?? "";
});
afterEach(() => database.drop());

const sees = async (now = new Date()): Promise<boolean> => {
  const session = await findSession(database.db, sessionId, now);
  return (await findAccess(database.db, "acme", userId, session?.viewing?.tenantId ?? null)) !== null;
};

test("an admin sees a client's pages from the start of viewing to its end, and both are in the trail", async () => {
  const { db } = database;
  expect(await sees()).toBe(false);
  await startViewing(db, sessionId, "acme", "they asked for help", actor);
  expect(await sees()).toBe(true);
  expect(await stopViewing(db, sessionId, actor)).toBe("acme");
  expect(await sees()).toBe(false);
  expect(await stopViewing(db, sessionId, actor)).toBeNull();
  const events = await db.auditEvent.findMany({
    where: { action: { startsWith: "tenant.viewing" } },
    orderBy: { seq: "asc" },
  });
  expect(events.map(({ action, reason }) => [action, reason])).toEqual([
    ["tenant.viewing-started", "they asked for help"],
    ["tenant.viewing-ended", null],
  ]);
});

test("viewing ends by itself", async () => {
  await startViewing(database.db, sessionId, "acme", "they asked for help", actor);
  expect(await sees(new Date(Date.now() + (viewingMinutes - 1) * 60_000))).toBe(true);
  expect(await sees(new Date(Date.now() + (viewingMinutes + 1) * 60_000))).toBe(false);
});

test("whoever is no admin any more views nothing", async () => {
  await startViewing(database.db, sessionId, "acme", "they asked for help", actor);
  await database.db.user.update({ where: { id: userId }, data: { adminRole: null } });
  expect(await sees()).toBe(false);
});

test("a client that is not there cannot be viewed, and nothing is written", async () => {
  const before = await database.db.auditEvent.count();
  await expect(startViewing(database.db, sessionId, "nobody", "x", actor)).rejects.toMatchObject({
    code: "tenant_unknown",
  });
  expect(await database.db.auditEvent.count()).toBe(before);
});
