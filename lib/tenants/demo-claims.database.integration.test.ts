import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { finishStack, seedFleet, testKey } from "../db/test-fleet.ts";
import { claimDemo } from "./claim-demo.ts";
import { createDemoLink } from "./create-demo-link.ts";
import { createSpareStack } from "./create-spare-stack.ts";
import { endFailedDemos, endFailedPoolStacks } from "./end-failed-spares.ts";
import { enterDemo } from "./enter-demo.ts";
import { findDemo } from "./find-demo.ts";
import { findDemoLink } from "./find-demo-link.ts";
import { listRoutes } from "./list-routes.ts";
import { findStack } from "./load-stack.ts";
import { readDemoProgress } from "./read-demo-progress.ts";
import { revokeDemoLink } from "./revoke-demo-link.ts";
import { surveyDemos } from "./survey-demos.ts";
import { verifyAudit } from "./verify-audit.ts";
import { wantedOfStack } from "./wanted-of-stack.ts";
import { writeSetting } from "./write-setting.ts";

const actor = { name: "visitor", origin: "portal 192.0.2.1" };
const admin = { name: "admin:test@example.com", origin: "test" };
const minuteMs = 60_000;

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
const claim = (address = "192.0.2.1", linkToken?: string) =>
  claimDemo(database.db, testKey, { address, ...(linkToken !== undefined && { linkToken }) }, actor);
const set = (change: object) =>
  writeSetting(
    database.db,
    "demo",
    { enabled: true, poolSize: 2, lifetimeMinutes: 60, atOnce: 20, perAddressPerDay: 10, ...change },
    admin,
  );

describe("a claim", () => {
  test("of eight visitors at once on two finished stacks gives these to two, and new ones to the others", async () => {
    const warm = [await makeWarm(), await makeWarm()];
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`192.0.2.${n}`)));
    expect(new Set(claims.map(({ stackId }) => stackId)).size).toBe(8);
    expect(
      claims
        .filter(({ isWarm }) => isWarm)
        .map(({ stackId }) => stackId)
        .sort(),
    ).toEqual(warm.sort());
    expect(await database.db.stack.count({ where: { kind: "pool" } })).toBe(0);
    expect(await database.db.subnet.count()).toBe(8);
    expect(await database.db.demoVisit.count({ where: { warm: true } })).toBe(2);
    expect(await verifyAudit(database.db)).toMatchObject({ events: 8 });
  });

  test.each([
    ["was not seen answering", { observed: { services: {}, ready: false } }],
    ["has no sample yet", { sample: null }],
    ["has something to do", { phase: "converging" as const }],
    ["is being removed", { purgeConfirmedAt: new Date() }],
  ])("passes over a stack of the pool that %s", async (_, data) => {
    const id = await makeWarm();
    await database.db.stack.update({ where: { id }, data });
    expect(await claim()).toMatchObject({ isWarm: false });
  });

  test("passes over a finished stack of an older release", async () => {
    await makeWarm();
    await database.db.release.create({ data: { id: "4567cdef", composeFile: "services: {}", imageIds: {} } });
    const { stackId, isWarm } = await claim();
    expect(isWarm).toBe(false);
    const { releaseId } = await database.db.stack.findUniqueOrThrow({ where: { id: stackId } });
    expect(releaseId).toBe("4567cdef");
  });

  test("changes nothing that Docker or the edge would have to follow", async () => {
    const id = await makeWarm();
    const before = await database.db.stack.findUniqueOrThrow({ where: { id } });
    const routes = await listRoutes(database.db, 8080);
    await claim();
    const after = await database.db.stack.findUniqueOrThrow({ where: { id } });
    expect([after.generation, after.phase, after.name]).toEqual([before.generation, "settled", before.name]);
    expect(await listRoutes(database.db, 8080)).toEqual(routes);
    expect(routes).toEqual([{ host: `${before.bornHost}.localhost`, kind: "proxy", upstream: "10.213.0.4:8080" }]);
  });

  test("can be entered at once when it is warm, under an address that is not the stack's name", async () => {
    await makeWarm();
    const { stackId } = await claim();
    expect((await findDemo(database.db, stackId))?.state).toBe("ready");
    const { name } = await database.db.stack.findUniqueOrThrow({ where: { id: stackId } });
    const url = await enterDemo(database.db, testKey, stackId, { port: 8080, keepUrl: "http://localhost:8080/keep" });
    expect(url).toMatch(/^http:\/\/demo-[a-z2-9]{5}\.localhost:8080\/api\/enter\?token=[\w-]+\.[\w-]+$/);
    expect(url).not.toContain(name);
  });

  test("on an empty pool is being made until the worker is done with it", async () => {
    const { stackId } = await claim();
    expect((await findDemo(database.db, stackId))?.state).toBe("making");
    await finishStack(database.db, stackId);
    expect((await findDemo(database.db, stackId))?.state).toBe("ready");
  });
});

describe("a demo that does not come up", () => {
  const fail = (id: string, data: object = {}) =>
    database.db.stack.update({
      where: { id },
      data: {
        phase: "failed",
        lastErrorCode: "volume_missing",
        lastErrorMessage: "The volume x is gone.",
        lastErrorRemedy: "Put it back.",
        ...data,
      },
    });
  const roomAgain = (id: string) => database.db.stack.delete({ where: { id } });

  test("is removed at once and leaves its room to others, its reason to admins, and its visitor another try", async () => {
    await set({ atOnce: 1, perAddressPerDay: 1 });
    const { stackId } = await claim();
    expect(await endFailedDemos(database.db)).toEqual([]);
    await fail(stackId);
    expect((await readDemoProgress(database.db, stackId))?.status).toBe("failed");
    const { name } = await database.db.stack.findUniqueOrThrow({ where: { id: stackId } });
    expect(await endFailedDemos(database.db)).toEqual([name]);
    expect(await endFailedDemos(database.db)).toEqual([]);

    const row = await findStack(database.db, { id: stackId });
    expect(row && wantedOfStack(row)).toBe("absent");
    // Not while it is being removed, which takes a moment.
    await expect(claim("192.0.2.9")).rejects.toMatchObject({ code: "demo_full" });
    await roomAgain(stackId);
    expect(await readDemoProgress(database.db, stackId)).toMatchObject({
      status: "failed",
      trouble: { what: expect.stringContaining("storage cannot be found") },
    });
    expect(await findDemo(database.db, stackId)).toBeNull();
    expect((await surveyDemos(database.db, 8080)).failures).toMatchObject([
      { stackName: name, kind: "demo", message: "The volume x is gone.", remedy: "Put it back." },
    ]);
    expect(await database.db.auditEvent.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      action: "demo.failed",
      subject: `stack:${name}`,
      reason: "The volume x is gone.",
    });
    await expect(claim()).resolves.toBeDefined();
    await expect(claim()).rejects.toMatchObject({ code: "demo_full" });
  });

  test("is given up after some tries, but never one that its visitor is in", async () => {
    const tried = { phase: "converging", attempts: 5 };
    const { stackId } = await claim();
    await fail(stackId, { ...tried, attempts: 4 });
    expect(await endFailedDemos(database.db)).toEqual([]);
    await fail(stackId, tried);
    await makeWarm();
    const inside = await claim();
    expect(inside.isWarm).toBe(true);
    await fail(inside.stackId, tried);
    expect(await endFailedDemos(database.db)).toHaveLength(1);
    expect(await readDemoProgress(database.db, inside.stackId)).toMatchObject({ status: "running" });
  });

  test("costs an investor's link none of its uses", async () => {
    const { token } = await createDemoLink(
      database.db,
      { name: "Ada", greeting: null, expiresAt: new Date(Date.now() + minuteMs), maxUses: 2 },
      admin,
    );
    const { stackId } = await claim("192.0.2.1", token);
    await claim("192.0.2.1", token);
    expect(await findDemoLink(database.db, token)).toMatchObject({ usesLeft: 0 });
    await fail(stackId);
    await endFailedDemos(database.db);
    expect(await findDemoLink(database.db, token)).toMatchObject({ usesLeft: 1 });
  });

  test("of the pool is remembered as well, the newest two hundred in all", async () => {
    await database.db.$executeRaw`
      INSERT INTO spare_failures (stack_id, stack_name, kind, code, message, remedy, at)
      SELECT gen_random_uuid(), 'pool-' || n, 'pool', 'not_ready', 'm', 'r', now() - n * interval '1 minute'
      FROM generate_series(1, 250) n`;
    const id = await makeWarm();
    await fail(id);
    const { name } = await database.db.stack.findUniqueOrThrow({ where: { id } });
    expect(await endFailedPoolStacks(database.db, [id])).toEqual([name]);
    expect(await database.db.spareFailure.count()).toBe(200);
    expect((await surveyDemos(database.db, 8080)).failures[0]).toMatchObject({ stackName: name, kind: "pool" });
  });
});

describe("a stranger cannot fill the machine", () => {
  test("demos of all visitors together stay within what is set, also when everybody comes at once", async () => {
    await set({ atOnce: 3 });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => claim(`192.0.2.${n}`)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "demo_full" });
    expect(await database.db.stack.count()).toBe(3);
  });

  test("one address gets so many within a day, and again when they are a day old", async () => {
    await set({ perAddressPerDay: 2 });
    await claim();
    await claim();
    await expect(claim()).rejects.toMatchObject({ code: "demo_too_many" });
    await expect(claim("192.0.2.99")).resolves.toBeDefined();
    await database.db.demoVisit.updateMany({ data: { at: new Date(Date.now() - 25 * 60 * minuteMs) } });
    await expect(claim()).resolves.toBeDefined();
  });

  test("nobody gets one when demos are switched off", async () => {
    await set({ enabled: false });
    await makeWarm();
    await expect(claim()).rejects.toMatchObject({ code: "demo_off" });
  });

  test("addresses are not kept, only told apart", async () => {
    await claim("192.0.2.77");
    expect(JSON.stringify(await database.db.demoVisit.findMany())).not.toContain("192.0.2.77");
  });
});

describe("an investor's link", () => {
  const make = (change: object = {}) =>
    createDemoLink(
      database.db,
      {
        name: "Ada",
        greeting: "Good to see you.",
        expiresAt: new Date(Date.now() + minuteMs),
        maxUses: 2,
        ...change,
      },
      admin,
    );

  test("opens so many demos as it has uses, also when it is used by many at once", async () => {
    const { token } = await make();
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => claim("192.0.2.1", token)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await findDemoLink(database.db, token)).toMatchObject({ name: "Ada", usesLeft: 0 });
    expect(await database.db.demoVisit.count({ where: { link: { name: "Ada" } } })).toBe(2);
  });

  test("is not held up by what others of the same address opened, nor counts for them", async () => {
    await set({ perAddressPerDay: 1 });
    const { token } = await make();
    await claim("192.0.2.1");
    await expect(claim("192.0.2.1", token)).resolves.toBeDefined();
  });

  test("spends no use when there is no room", async () => {
    await set({ atOnce: 0 });
    const { token } = await make();
    await expect(claim("192.0.2.1", token)).rejects.toMatchObject({ code: "demo_full" });
    expect((await findDemoLink(database.db, token))?.usesLeft).toBe(2);
  });

  test("opens nothing when it expired, was revoked or was made up", async () => {
    const expired = await make({ expiresAt: new Date(Date.now() - minuteMs) });
    const revoked = await make();
    const { id } = await database.db.demoLink.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    await revokeDemoLink(database.db, id, admin);
    for (const token of [expired.token, revoked.token, "made-up"]) {
      expect(await findDemoLink(database.db, token)).toBeNull();
      await expect(claim("192.0.2.1", token)).rejects.toMatchObject({ code: "demo_link_invalid" });
    }
    expect(await database.db.stack.count()).toBe(0);
  });

  test("is stored as a hash only", async () => {
    const { token } = await make();
    expect(JSON.stringify(await database.db.demoLink.findMany())).not.toContain(token);
  });
});
