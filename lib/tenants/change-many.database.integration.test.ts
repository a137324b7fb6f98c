import { afterEach, beforeEach, expect, test } from "vitest";
import { closeRestarts, readRestarts, restartsOf } from "../db/restart-requests.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { forEachRow } from "../domain/row-result.ts";
import { closeTenant } from "./close-tenant.ts";
import { createTenant } from "./create-tenant.ts";
import { restartTenant } from "./restart-tenant.ts";
import { resumeTenant } from "./resume-tenant.ts";
import { suspendTenant } from "./suspend-tenant.ts";
import { verifyAudit } from "./verify-audit.ts";

const actor = { name: "admin:ada@freehold.example", origin: "portal" };
let database: TestDatabase;
beforeEach(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
  for (const slug of ["acme", "beta", "gamma"])
    await createTenant(database.db, testKey, { slug, ownerEmail: `jo@${slug}.example` }, actor);
});
afterEach(() => database.drop());

const intents = async () =>
  Object.fromEntries((await database.db.tenant.findMany()).map(({ slug, intent }) => [slug, intent]));

test("of many suspended at once each has its own result, and one that cannot be holds up no other", async () => {
  const { db } = database;
  await closeTenant(db, "beta", null, actor);
  const results = await forEachRow(["acme", "beta", "nobody", "gamma", "acme"], (slug) =>
    suspendTenant(db, slug, "unpaid", actor, "http://localhost:8080"),
  );
  expect(results.map(({ id, ok }) => [id, ok])).toEqual([
    ["acme", true],
    ["beta", false],
    ["nobody", false],
    ["gamma", true],
  ]);
  expect(results[1]).toMatchObject({ message: "“beta” is closed." });
  expect(await intents()).toEqual({ acme: "suspended", beta: "closed", gamma: "suspended" });
  const mails = await db.mail.findMany({ where: { kind: "tenant-suspended" }, orderBy: { recipient: "asc" } });
  expect(mails.map(({ recipient }) => recipient)).toEqual(["jo@acme.example", "jo@gamma.example"]);
  expect(mails[0]?.text).toContain("unpaid");
  expect(mails[0]?.text).toContain("http://localhost:8080/t/acme");
  await verifyAudit(db);
});

test("the same again writes nothing and mails nobody", async () => {
  const { db } = database;
  await suspendTenant(db, "acme", "unpaid", actor);
  const before = [await db.auditEvent.count(), await db.mail.count()];
  await suspendTenant(db, "acme", "unpaid", actor);
  expect([await db.auditEvent.count(), await db.mail.count()]).toEqual(before);
  await resumeTenant(db, "acme", actor);
  expect(await db.mail.count({ where: { kind: "tenant-resumed" } })).toBe(1);
});

test("a restart is asked of running tenants and of services there are", async () => {
  const { db } = database;
  await restartTenant(db, "acme", "api", actor);
  await restartTenant(db, "acme", null, actor);
  await suspendTenant(db, "beta", "unpaid", actor);
  await expect(restartTenant(db, "beta", null, actor)).rejects.toMatchObject({ code: "tenant_not_running" });
  await expect(restartTenant(db, "acme", "cache", actor)).rejects.toMatchObject({ code: "service_unknown" });
  await expect(restartTenant(db, "nobody", null, actor)).rejects.toMatchObject({ code: "tenant_unknown" });
  const requests = await db.restartRequest.findMany({ orderBy: { requestedAt: "asc" }, include: { stack: true } });
  expect(requests.map(({ service, doneAt, stack }) => [stack.name, service, doneAt])).toEqual([
    ["acme", "api", null],
    ["acme", null, null],
  ]);
  expect(requests[0]?.stack).toMatchObject({ phase: "converging", generation: 3 });
});

test("what was carried out is closed, and what was asked for meanwhile stays open", async () => {
  const { db } = database;
  await restartTenant(db, "acme", "api", actor);
  const { id } = await db.stack.findUniqueOrThrow({ where: { name: "acme" } });
  const carriedOut = await readRestarts(db, id);
  await restartTenant(db, "acme", null, actor);
  await closeRestarts(db, carriedOut);
  const open = await readRestarts(db, id);
  expect(restartsOf(open).map(({ service }) => service)).toEqual(["db", "api", "web"]);
  await closeRestarts(db, open);
  expect(await readRestarts(db, id)).toEqual([]);
});
