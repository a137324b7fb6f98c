import { randomBytes } from "node:crypto";
import http from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { seedMember } from "../db/test-people.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import type { MasterKey } from "../secrets/key.ts";
import { changeMember } from "./change-member.ts";
import { createTenant } from "./create-tenant.ts";
import { endCmsAccess } from "./end-cms-access.ts";

/** A membership changes while the CMS answers, does not, or is stopped; what the CMS is asked is written down. */

const actor = { name: "client:ada@acme.example", origin: "portal" };
let database: TestDatabase;
let slug = "";
let stackId = "";
let ben = "";
let count = 0;
let asked: string[] = [];
let status = 204;
let server: http.Server | undefined;

beforeAll(async () => {
  database = await makeTestDatabase();
  // Any address of 127/8 is ours to listen at, as a stack's API would.
  await seedFleet(database.db, "127.86.0.0/16");
});
afterAll(() => database.drop());
beforeEach(async () => {
  slug = `acme-${++count}`;
  [asked, status] = [[], 204];
  const made = await createTenant(database.db, testKey, { slug, name: "Acme" }, actor);
  stackId = made.stackId;
  await seedMember(database.db, slug, `ada${count}@acme.example`, "owner");
  ben = await seedMember(database.db, slug, `ben${count}@acme.example`, "viewer");
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
  await database.db.cmsAccessChange.deleteMany();
});

/** The stack's API, as far as it is asked here. */
async function start(): Promise<void> {
  const { cidr } = await database.db.subnet.findUniqueOrThrow({ where: { stackId } });
  const started = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      asked.push(`${request.method} ${decodeURIComponent(request.url ?? "")} ${body}`.trim());
      response.writeHead(status).end();
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(8000, serviceAddresses(cidr).api, resolve));
}
const seen = (ready: boolean) =>
  database.db.stack.update({ where: { id: stackId }, data: { observed: { services: {}, ready } } });
const change = (to: Parameters<typeof changeMember>[3]) => changeMember(database.db, slug, ben, to, "owner", actor);
const work = async (): Promise<(string | null)[]> =>
  (await endCmsAccess(database.db, testKey)).map(({ error }) => error?.code ?? null);
const due = () => database.db.cmsAccessChange.updateMany({ data: { notBefore: new Date(0) } });
const left = () => database.db.cmsAccessChange.count();
const events = async (): Promise<string[]> => {
  const found = await database.db.auditEvent.findMany({
    where: { subject: `tenant:${slug}` },
    orderBy: { seq: "asc" },
  });
  return found.map(({ action, actor: who }) => `${action} ${who}`).filter((event) => event.startsWith("cms."));
};
const signedOut = () => `POST /internal/sign-out {"email":"ben${count}@acme.example"}`;
const removed = () => `DELETE /internal/users/ben${count}@acme.example`;

test("who is removed loses session and user, once, in the name of who removed them", async () => {
  await start();
  await seen(true);
  expect(await change("removed")).toEqual({ cmsAnswers: true });
  expect(await work()).toEqual([null]);
  expect(asked).toEqual([signedOut(), removed()]);
  expect(await work()).toEqual([]);
  expect(await events()).toEqual([`cms.access-ended ${actor.name}`]);
});

test("who changes role is signed out and keeps their user", async () => {
  await start();
  await seen(true);
  await change({ role: "admin" });
  expect(await work()).toEqual([null]);
  expect(asked).toEqual([signedOut()]);
});

test("while the CMS is stopped nothing is tried, and nothing is lost: it is done when that is back", async () => {
  await seen(false);
  expect(await change("removed")).toEqual({ cmsAnswers: false });
  expect(await work()).toEqual([]);
  expect(await left()).toBe(1);
  await start();
  await seen(true);
  expect(await work()).toEqual([null]);
  expect(asked).toEqual([signedOut(), removed()]);
  expect(await left()).toBe(0);
});

test("a CMS that fails is asked again, later and later, until it did it; that is told once", async () => {
  await start();
  await seen(true);
  status = 500;
  await change("removed");
  expect(await work()).toEqual(["stack_api_failed"]);
  expect(await work()).toEqual([]);
  await due();
  expect(await work()).toEqual(["stack_api_failed"]);
  const row = await database.db.cmsAccessChange.findFirstOrThrow();
  expect(row.attempts).toBe(2);
  expect(row.notBefore.getTime()).toBeGreaterThan(Date.now());
  status = 204;
  await due();
  expect(await work()).toEqual([null]);
  expect(await events()).toEqual([`cms.access-not-ended ${actor.name}`, `cms.access-ended ${actor.name}`]);
});

test("one whose secrets cannot be read is tried again later, like any other", async () => {
  await seen(true);
  await change("removed");
  const [outcome] = await endCmsAccess(database.db, randomBytes(32) as MasterKey);
  expect(outcome?.error?.code).toBe("unseal_failed");
  expect(await events()).toEqual([`cms.access-not-ended ${actor.name}`]);
  await start();
  await due();
  expect(await work()).toEqual([null]);
});

test("who was made a member again meanwhile is signed out, and keeps their user", async () => {
  await seen(false);
  await change("removed");
  const { id: tenantId } = await database.db.tenant.findUniqueOrThrow({ where: { slug } });
  await database.db.membership.create({ data: { tenantId, userId: ben, role: "viewer" } });
  await start();
  await seen(true);
  await work();
  expect(asked).toEqual([signedOut()]);
});

test("a worker that was killed while it asked leaves it to the next one, which waits for its claim to be over", async () => {
  await start();
  await seen(true);
  await change("removed");
  // As a worker does before it asks.
  await database.db.cmsAccessChange.updateMany({
    data: { attempts: 1, notBefore: new Date(Date.now() + 15_000) },
  });
  expect(await work()).toEqual([]);
  await due();
  expect(await work()).toEqual([null]);
  expect(asked).toContain(removed());
});

test("another change while the CMS is asked is done as well", async () => {
  await start();
  await seen(true);
  await change({ role: "admin" });
  const answer = server;
  const asking = new Promise<void>((resolve) => answer?.once("request", () => resolve()));
  const first = endCmsAccess(database.db, testKey);
  await asking;
  await change("removed");
  await first;
  await due();
  if ((await left()) > 0) await work();
  expect(asked.at(-1)).toBe(removed());
  expect(await left()).toBe(0);
});

test("of a tenant that was purged nothing is left to do", async () => {
  await seen(false);
  await change("removed");
  await database.db.tenant.update({ where: { slug }, data: { purgedAt: new Date() } });
  await work();
  expect(await left()).toBe(0);
});
