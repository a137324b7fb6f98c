import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendAudit } from "../db/append-audit.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { seedMember } from "../db/test-people.ts";
import { createTenant } from "./create-tenant.ts";
import { readActivity } from "./read-activity.ts";
import { readProvisioning } from "./read-provisioning.ts";
import { suspendTenant } from "./suspend-tenant.ts";

let database: TestDatabase;
let tenant: { tenantId: string; stackId: string; slug: string };
beforeAll(async () => {
  database = await makeTestDatabase();
  const { db } = database;
  await seedFleet(db);
  tenant = await createTenant(db, testKey, { slug: "acme" }, { name: "policy", origin: "worker" });
  await createTenant(db, testKey, { slug: "other" }, { name: "cli:root", origin: "cli" });
  await seedMember(db, "acme", "ada@acme.example", "owner");
  await seedMember(db, "acme", "ben@acme.example", "admin");
});
afterAll(() => database.drop());

const ada = { as: "member", email: "ada@acme.example" } as const;
const read = (page = 0, pageSize = 20) => readActivity(database.db, tenant, page, pageSize, ada);
const operation = (kind: string, startedAt: Date, runId: string, errorCode: string | null = null) => ({
  stackId: tenant.stackId,
  runId,
  kind,
  target: "db",
  cause: "it is missing",
  startedAt,
  endedAt: new Date(startedAt.getTime() + 500),
  errorCode,
  errorDetail: errorCode && "secret detail of container 0123",
});

test("tells what was done, by whom, newest first, and nothing of other tenants or of admins", async () => {
  const { db } = database;
  const runId = randomUUID();
  const begun = new Date(Date.now() + 10);
  await db.operation.createMany({
    data: [operation("create-volume", begun, runId), operation("start-container", begun, runId, "engine_timeout")],
  });
  for (const [actor, action, details] of [
    ["client:ada@acme.example", "cms.entered", { role: "owner" }],
    ["client:ben@acme.example", "member.invited", { email: "eve@acme.example", role: "viewer" }],
    ["admin:root@freehold.example", "note.added", { text: "do not show" }],
  ] as const) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    await db.$transaction((tx) =>
      appendAudit(tx, { actor, action, details, subject: "tenant:acme", origin: "portal" }),
    );
  }
  await suspendTenant(db, "acme", "The invoice is open", { name: "admin:root@freehold.example", origin: "portal" });

  const { entries, total } = await read();
  expect(entries.map(({ who, text, detail }) => [who, text, detail].filter(Boolean).join(" "))).toEqual([
    "A Freehold admin suspended the site The invoice is open",
    "ben invited eve@acme.example as viewer",
    "You opened the CMS",
    "Freehold set up the CMS Not every step worked.",
    "Freehold opened the account",
  ]);
  expect(total).toBe(5);
  expect(entries[3]?.durationMs).toBe(500);
  expect(JSON.stringify(entries)).not.toMatch(/root@|secret detail|do not show|engine_timeout/);
});

test("comes in pages that neither repeat nor skip", async () => {
  const all = (await read()).entries.map(({ key }) => key);
  const pages = [await read(0, 2), await read(1, 2), await read(2, 2)];
  expect(pages.flatMap(({ entries }) => entries.map(({ key }) => key))).toEqual(all);
});

test("what was done to a stack before its tenant claimed it is not told", async () => {
  const { db } = database;
  await db.stack.update({ where: { id: tenant.stackId }, data: { claimedAt: new Date(Date.now() + 60_000) } });
  expect((await read()).entries.some(({ text }) => text === "set up the CMS")).toBe(false);
  expect((await readProvisioning(db, tenant.tenantId))?.operations).toEqual([]);
});

test("trouble is told without the engine's own words", async () => {
  const { db } = database;
  await db.tenant.update({ where: { slug: "acme" }, data: { intent: "running" } });
  await db.stack.update({
    where: { id: tenant.stackId },
    data: { phase: "failed", lastErrorCode: "engine_unreachable", lastErrorMessage: "unix:///var/run/docker.sock" },
  });
  const now = await readProvisioning(db, tenant.tenantId);
  expect(now).toMatchObject({ status: "failed", trouble: { what: expect.stringContaining("does not answer") } });
  expect(JSON.stringify(now)).not.toContain("docker");
});
