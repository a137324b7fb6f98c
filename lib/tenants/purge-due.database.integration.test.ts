import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { seedMember } from "../db/test-people.ts";
import { closeTenant } from "./close-tenant.ts";
import { createTenant } from "./create-tenant.ts";
import { listPurgeDue, purgeDueTenant } from "./purge-due-tenant.ts";
import { remindOfPurge } from "./remind-of-purge.ts";
import { reopenTenant } from "./reopen-tenant.ts";

const actor = { name: "worker", origin: "worker" };
const day = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * day);
let database: TestDatabase;
let slug = "";
let count = 0;

beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.mail.deleteMany();
  slug = `acme-${++count}`;
  await createTenant(database.db, testKey, { slug, name: "Acme" }, actor);
  await seedMember(database.db, slug, `ada${count}@acme.example`, "owner");
  await seedMember(database.db, slug, `ben${count}@acme.example`, "admin");
  await closeTenant(database.db, slug, null, actor, "http://localhost:8080");
});

const remind = (days: number) => remindOfPurge(database.db, "http://localhost:8080", actor, inDays(days));
const due = async (days: number): Promise<string[]> =>
  (await listPurgeDue(database.db, inDays(days))).map((tenant) => tenant.slug).filter((found) => found === slug);
const reminders = async (): Promise<string[]> => {
  const mails = await database.db.mail.findMany({
    where: { kind: "purge-reminder", recipient: `ada${count}@acme.example` },
  });
  return mails.map(({ subject }) => subject).sort();
};

test("closing tells the owners, and nobody else, until when it can be taken back", async () => {
  const mails = await database.db.mail.findMany({ where: { kind: "tenant-closed" } });
  expect(mails.map(({ recipient }) => recipient)).toEqual([`ada${count}@acme.example`]);
  expect(mails[0]?.text).toContain(`/t/${slug}/settings`);
});

test("owners are reminded three days and one day before, each once", async () => {
  await remind(10);
  expect(await reminders()).toEqual([]);
  for (const days of [11.5, 12, 12.9]) await remind(days);
  expect(await reminders()).toEqual(["Acme will be deleted in 3 days"]);
  for (const days of [13.1, 13.5]) await remind(days);
  expect(await reminders()).toEqual(["Acme will be deleted in 3 days", "Acme will be deleted tomorrow"]);
});

test("after fourteen days it is purged by itself, and not before", async () => {
  await remind(13.1);
  expect(await due(13.9)).toEqual([]);
  await purgeDueTenant(database.db, slug, actor, inDays(13.9));
  expect(await database.db.tenant.findUnique({ where: { slug } })).toMatchObject({ purgeConfirmedAt: null });
  expect(await due(14.1)).toEqual([slug]);
  await purgeDueTenant(database.db, slug, actor, inDays(14.1));
  expect(await database.db.tenant.findUnique({ where: { slug } })).toMatchObject({
    purgeConfirmedAt: expect.any(Date),
  });
  expect(await due(14.2)).toEqual([]);
  expect(await database.db.auditEvent.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
    actor: "worker",
    action: "tenant.purge-confirmed",
    details: { because: "the period of grace is over" },
  });
});

test("a tenant that was reopened is never purged, not even by a list made before", async () => {
  await remind(13.1);
  expect(await due(14.1)).toEqual([slug]);
  await reopenTenant(database.db, slug, actor);
  await purgeDueTenant(database.db, slug, actor, inDays(14.1));
  expect(await database.db.tenant.findUnique({ where: { slug } })).toMatchObject({
    intent: "running",
    purgeAt: null,
    purgeConfirmedAt: null,
  });
  expect(await due(30)).toEqual([]);
});

test("a worker that was away warns first and purges a day later", async () => {
  expect(await due(30)).toEqual([]);
  await database.db.tenant.update({ where: { slug }, data: { purgeAt: inDays(-2) } });
  await remind(0);
  expect(await reminders()).toEqual(["Acme will be deleted tomorrow"]);
  expect(await due(0)).toEqual([]);
  expect(await due(1)).toEqual([slug]);
});

test("a second closing is reminded of anew", async () => {
  await remind(13.5);
  await reopenTenant(database.db, slug, actor);
  await closeTenant(database.db, slug, null, actor);
  await remind(13.5);
  expect(await reminders()).toEqual(["Acme will be deleted tomorrow", "Acme will be deleted tomorrow"]);
});
