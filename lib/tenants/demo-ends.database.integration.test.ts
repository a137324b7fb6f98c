import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetStack } from "../db/stack-outcome.ts";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { finishStack, seedFleet, testKey } from "../db/test-fleet.ts";
import { chooseStack } from "./choose-stack.ts";
import { claimDemo } from "./claim-demo.ts";
import { createSpareStack } from "./create-spare-stack.ts";
import { endDemo } from "./end-demo.ts";
import { endPoolStacks } from "./end-spare-stacks.ts";
import { enterDemo } from "./enter-demo.ts";
import { expireDemos } from "./expire-demos.ts";
import { extendDemos } from "./extend-demos.ts";
import { findDemo } from "./find-demo.ts";
import { listRoutes } from "./list-routes.ts";
import { findStack } from "./load-stack.ts";
import { wantedOfStack } from "./wanted-of-stack.ts";

const actor = { name: "visitor", origin: "test" };
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
const days = (count: number): Date => minutes(count * 1_440);

let database: TestDatabase;
beforeEach(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterEach(() => database.drop());

const makeWarm = async (): Promise<string> => {
  const { stackId } = await database.db.$transaction((tx) => createSpareStack(tx, testKey, null));
  await finishStack(database.db, stackId);
  return stackId;
};
const openDemo = async (): Promise<string> => {
  await makeWarm();
  return (await claimDemo(database.db, testKey, { address: "192.0.2.1" }, actor)).stackId;
};
const readStack = (id: string) => database.db.stack.findUniqueOrThrow({ where: { id } });

/** Somebody asked to keep a demo; how far that is. */
async function apply(keepStackId: string | null, status: "unverified" | "pending" | "approved" | "rejected") {
  const user = await database.db.user.create({ data: { email: `a${Math.random()}@example.com` } });
  return database.db.application.create({
    data: {
      userId: user.id,
      companyName: "Acme Inc.",
      slug: "acme",
      regionId: "local",
      sample: "bakery",
      status,
      keepStackId,
      ...(status !== "unverified" && { verifiedAt: new Date() }),
    },
  });
}

/** As starting an approved application does. */
async function start(application: { id: string; slug: string; keepStackId: string | null }) {
  return database.db.$transaction(async (tx) => {
    const tenant = await tx.tenant.create({
      data: { slug: application.slug, name: "Acme Inc.", regionId: "local", intentActor: "test" },
    });
    const wish = { slug: application.slug, regionId: "local", sample: "bakery", keepStackId: application.keepStackId };
    const chosen = await chooseStack(tx, testKey, tenant.id, wish);
    await tx.application.update({ where: { id: application.id }, data: { tenantId: tenant.id } });
    return { ...chosen, tenantId: tenant.id };
  });
}

describe("a demo", () => {
  test("lives until its time is over, then all of it goes, and its visit stays", async () => {
    const id = await openDemo();
    expect(await expireDemos(database.db, minutes(59))).toEqual([]);
    const { name } = await readStack(id);
    expect(await expireDemos(database.db, minutes(61))).toEqual([name]);

    const row = await findStack(database.db, { id });
    expect(row && wantedOfStack(row)).toBe("absent");
    expect(await listRoutes(database.db, 8080)).toEqual([]);
    expect(await findDemo(database.db, id)).toBeNull();
    expect(await expireDemos(database.db, minutes(62))).toEqual([]);

    await forgetStack(database.db, { id, name, tenantId: null, tenantSlug: null });
    expect(await database.db.stack.count()).toBe(0);
    expect(await database.db.subnet.count()).toBe(0);
    expect(await database.db.demoVisit.count({ where: { stackName: name } })).toBe(1);
  });

  test("can be ended before, once", async () => {
    const id = await openDemo();
    await endDemo(database.db, id, actor);
    expect((await readStack(id)).purgeConfirmedAt).not.toBeNull();
    await expect(endDemo(database.db, id, actor)).rejects.toMatchObject({ code: "demo_over" });
  });

  test("that somebody asked to keep lives half an hour longer for the mailed link", async () => {
    await apply(await openDemo(), "unverified");
    expect(await expireDemos(database.db, minutes(89))).toEqual([]);
    expect(await expireDemos(database.db, minutes(91))).toHaveLength(1);
  });

  test.each(["pending", "approved"] as const)(
    "whose keeper is %s lives until the decision, for 14 days",
    async (status) => {
      await apply(await openDemo(), status);
      expect(await expireDemos(database.db, days(13))).toEqual([]);
      expect(await expireDemos(database.db, days(15))).toHaveLength(1);
    },
  );

  test("whose keeper was rejected ends at its time", async () => {
    await apply(await openDemo(), "rejected");
    expect(await expireDemos(database.db, minutes(61))).toHaveLength(1);
  });
});

describe("a demo's CMS", () => {
  const identity = async (id: string, expiresAt: Date) =>
    database.db.stack.update({
      where: { id },
      data: {
        phase: "settled",
        identity: { siteUrl: "http://demo-k3x9q.localhost:8080", demo: { expiresAt: expiresAt.toISOString() } },
      },
    });
  const endOf = async (id: string): Promise<Date> => (await findDemo(database.db, id))?.expiresAt ?? new Date(0);

  test("is told of a later end once somebody asked to keep it, each time that changes, and once each", async () => {
    const id = await openDemo();
    const { name, expiresAt, generation } = await readStack(id);
    expect(await extendDemos(database.db)).toEqual([]);

    const application = await apply(id, "unverified");
    expect((await endOf(id)).getTime()).toBe((expiresAt?.getTime() ?? 0) + 30 * 60_000);
    expect(await extendDemos(database.db)).toEqual([name]);
    expect(await readStack(id)).toMatchObject({ phase: "converging", generation: generation + 1 });
    // Until the worker has told it, it is not asked for again.
    expect(await extendDemos(database.db)).toEqual([]);
    await identity(id, await endOf(id));
    expect(await extendDemos(database.db)).toEqual([]);

    await database.db.application.update({
      where: { id: application.id },
      data: { status: "pending", verifiedAt: new Date() },
    });
    expect(await extendDemos(database.db)).toEqual([name]);
    await identity(id, await endOf(id));
    expect((await endOf(id)).getTime()).toBeGreaterThan(days(13).getTime());

    await database.db.application.update({ where: { id: application.id }, data: { status: "rejected" } });
    expect(await endOf(id)).toEqual(expiresAt);
    expect(await extendDemos(database.db)).toEqual([name]);
  });

  test("can be entered for as long as it is kept, and the way in says until when", async () => {
    const id = await openDemo();
    await apply(id, "pending");
    await database.db.stack.update({ where: { id }, data: { expiresAt: minutes(-1) } });
    const url = await enterDemo(database.db, testKey, id, { port: 8080, keepUrl: "http://localhost:8080/keep" });
    const [payload = ""] = new URL(url).searchParams.get("token")?.split(".") ?? [];
    const { demo } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    expect(demo.expiresAt).toBe((await endOf(id)).toISOString());
  });
});

describe("an approved client", () => {
  test("gets the very stack that was their demo, which no longer ends and keeps its host as a way there", async () => {
    const id = await openDemo();
    await makeWarm();
    const application = await apply(id, "approved");
    const { stackId, how, tenantId } = await start(application);
    expect([stackId, how]).toEqual([id, "kept"]);
    const stack = await readStack(id);
    expect(stack).toMatchObject({ kind: "tenant", tenantId, isCurrent: true, expiresAt: null, phase: "converging" });
    expect(await expireDemos(database.db, days(30))).toEqual([]);
    await expect(endDemo(database.db, id, actor)).rejects.toMatchObject({ code: "demo_over" });
    expect(await listRoutes(database.db, 8080)).toEqual(
      expect.arrayContaining([
        { host: "acme.localhost", kind: "proxy", upstream: "10.213.0.4:8080" },
        { host: `${stack.bornHost}.localhost`, kind: "moved", to: "http://acme.localhost:8080" },
      ]),
    );
  });

  test("gets a finished stack of the pool, which is at their address from then on", async () => {
    const id = await makeWarm();
    const { stackId, how } = await start(await apply(null, "approved"));
    expect([stackId, how]).toEqual([id, "warm"]);
    expect(await listRoutes(database.db, 8080)).toEqual([
      { host: "acme.localhost", kind: "proxy", upstream: "10.213.0.4:8080" },
    ]);
  });

  test("gets a new stack when the pool is empty, or their demo is gone and the pool is empty", async () => {
    const id = await openDemo();
    const application = await apply(id, "approved");
    await endDemo(database.db, id, actor);
    const { stackId, how } = await start(application);
    expect(how).toBe("new");
    expect(stackId).not.toBe(id);
    expect(await readStack(stackId)).toMatchObject({ name: "acme", bornHost: null, kind: "tenant" });
  });

  test("and a visitor never get the same stack", async () => {
    await makeWarm();
    const [claimed, started] = await Promise.all([
      claimDemo(database.db, testKey, { address: "192.0.2.1" }, actor),
      start(await apply(null, "approved")),
    ]);
    expect(claimed.stackId).not.toBe(started.stackId);
  });
});

test("a stack that was claimed a moment before is not taken from its visitor by the pool's keeper", async () => {
  const id = await openDemo();
  expect(await endPoolStacks(database.db, [id])).toEqual([]);
  expect((await readStack(id)).purgeConfirmedAt).toBeNull();
});
