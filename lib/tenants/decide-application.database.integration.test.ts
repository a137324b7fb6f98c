import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { finishStack, seedFleet, testKey } from "../db/test-fleet.ts";
import { approveApplication } from "./approve-application.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { rejectApplication } from "./reject-application.ts";
import { startApplication } from "./start-application.ts";
import { tellReady } from "./tell-ready.ts";
import { undoDecision } from "./undo-decision.ts";
import { verifyAudit } from "./verify-audit.ts";

const [ada, bob] = ["ada", "bob"].map((name) => ({ name: `admin:${name}@freehold.example`, origin: "portal" })) as [
  { name: string; origin: string },
  { name: string; origin: string },
];
const context = { key: testKey, portalUrl: "http://localhost:8080", edgePort: 8080 };

let database: TestDatabase;
beforeEach(async () => {
  database = await makeTestDatabase();
  // Room for two.
  await seedFleet(database.db, "10.213.0.0/27");
});
afterEach(() => database.drop());

async function apply(slug: string, status: "pending" | "unverified" = "pending"): Promise<string> {
  const { db } = database;
  const email = `${slug}-${randomUUID()}@client.example`;
  const application = await db.application.create({
    data: {
      slug,
      companyName: `${slug} Inc.`,
      status,
      region: { connect: { id: "local" } },
      user: { create: { email } },
    },
    select: { id: true },
  });
  return application.id;
}
const read = (id: string) => database.db.application.findUniqueOrThrow({ where: { id } });
/** As if its ten seconds had passed. */
const letPass = (id: string) =>
  database.db.$executeRaw`UPDATE applications SET start_after = now() - interval '1 second' WHERE id = ${id}::uuid`;
const codes = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
  results.map((result) => (result.status === "fulfilled" ? "done" : (result.reason as { code: string }).code)).sort();
const carryOut = async (): Promise<string[]> => {
  const said: string[] = [];
  await carryOutDecisions(database.db, context, {
    started: (slug) => said.push(`started ${slug}`),
    failed: (_, { code }) => said.push(code),
  });
  return said;
};

describe("deciding", () => {
  test("of five admins who approve and reject at once, one decides and four are told", async () => {
    const id = await apply("acme");
    const results = await Promise.allSettled([
      approveApplication(database.db, id, null, ada),
      rejectApplication(database.db, id, "no", bob),
      approveApplication(database.db, id, null, bob),
      rejectApplication(database.db, id, "no", ada),
      approveApplication(database.db, id, null, ada),
    ]);
    expect(codes(results)).toEqual([...Array<string>(4).fill("application_not_pending"), "done"]);
    expect(await database.db.auditEvent.count()).toBe(1);
    await expect(verifyAudit(database.db)).resolves.toMatchObject({ events: 1 });
  });

  test("what nobody verified, and what is not there, cannot be approved", async () => {
    const id = await apply("acme", "unverified");
    await expect(approveApplication(database.db, id, null, ada)).rejects.toMatchObject({
      code: "application_not_pending",
    });
    await expect(approveApplication(database.db, randomUUID(), null, ada)).rejects.toMatchObject({
      code: "application_unknown",
    });
  });

  test("an address that a client has by now cannot be approved, and nothing is written", async () => {
    const id = await apply("acme");
    await database.db.tenant.create({ data: { slug: "acme", name: "x", regionId: "local", intentActor: "cli" } });
    await expect(approveApplication(database.db, id, null, ada)).rejects.toMatchObject({ code: "slug_taken" });
    expect(await read(id)).toMatchObject({ status: "pending", decidedBy: null });
    expect(await database.db.auditEvent.count()).toBe(0);
  });
});

describe("taking back", () => {
  test("nothing starts within ten seconds, and what is taken back is as it was", async () => {
    const id = await apply("acme");
    const { startAfter } = await approveApplication(database.db, id, "looks good", ada);
    expect(startAfter.getTime() - Date.now()).toBeGreaterThan(8_000);
    expect(await carryOut()).toEqual([]);
    await undoDecision(database.db, id, ada);
    expect(await read(id)).toMatchObject({
      status: "pending",
      startAfter: null,
      decidedBy: null,
      decisionReason: null,
    });
    expect(await carryOut()).toEqual([]);
    const events = await database.db.auditEvent.findMany({ orderBy: { seq: "asc" } });
    expect(events.map(({ action, subject }) => [action, subject])).toEqual([
      ["application.approved", "application:acme"],
      ["application.decision-undone", "application:acme"],
    ]);
  });

  test("a decision whose time is over is final, whether it was carried out or not", async () => {
    const [approved, rejected] = [await apply("acme"), await apply("beta")];
    await approveApplication(database.db, approved, null, ada);
    await rejectApplication(database.db, rejected, "no", ada);
    await letPass(approved);
    await letPass(rejected);
    for (const id of [approved, rejected])
      await expect(undoDecision(database.db, id, ada)).rejects.toMatchObject({ code: "decision_final" });
    await carryOut();
    for (const id of [approved, rejected])
      await expect(undoDecision(database.db, id, ada)).rejects.toMatchObject({ code: "decision_final" });
  });

  test("a start and an undo at once: one of them wins, and the rows agree with it", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await apply(`acme-${round}`);
      await approveApplication(database.db, id, null, ada);
      await letPass(id);
      // A start that failed leaves both ways open.
      await database.db.application.update({ where: { id }, data: { startError: "not_up" } });
      await database.db.$executeRaw`DELETE FROM subnets`;
      const [undone, started] = await Promise.allSettled([
        undoDecision(database.db, id, bob),
        startApplication(database.db, id, context),
      ]);
      const { status, tenantId } = await read(id);
      const wasStarted = started.status === "fulfilled" && started.value !== null;
      expect([undone.status === "fulfilled", wasStarted].filter(Boolean)).toHaveLength(1);
      expect([status, tenantId !== null]).toEqual(wasStarted ? ["approved", true] : ["pending", false]);
      expect(await database.db.tenant.count({ where: { slug: `acme-${round}` } })).toBe(wasStarted ? 1 : 0);
    }
  });

  test("a rejected one whose address somebody else holds by now stays rejected", async () => {
    const id = await apply("acme");
    await rejectApplication(database.db, id, "no", ada);
    await apply("acme");
    await expect(undoDecision(database.db, id, ada)).rejects.toMatchObject({ code: "slug_taken" });
    expect(await read(id)).toMatchObject({ status: "rejected" });
  });
});

describe("carrying out", () => {
  test("an approved one becomes a tenant with owner, stack, subnet, event and mail, once", async () => {
    const { db } = database;
    const id = await apply("acme");
    await approveApplication(db, id, null, ada);
    await letPass(id);
    const starts = await Promise.all(Array.from({ length: 4 }, () => startApplication(db, id, context)));
    expect(starts.filter((start) => start !== null)).toHaveLength(1);
    expect(await carryOut()).toEqual([]);
    const tenant = await db.tenant.findUniqueOrThrow({
      where: { slug: "acme" },
      include: { memberships: true, stacks: { include: { subnet: true } }, application: { include: { user: true } } },
    });
    expect(tenant).toMatchObject({ name: "acme Inc.", intent: "running", intentActor: ada.name });
    expect(tenant.ownerEmail).toBe(tenant.application?.user.email);
    expect(tenant.memberships).toMatchObject([{ userId: tenant.application?.userId, role: "owner" }]);
    expect(tenant.stacks).toMatchObject([{ name: "acme", phase: "converging", subnet: { cidr: "10.213.0.0/28" } }]);
    expect(await db.mail.findMany()).toMatchObject([{ kind: "application-approved", recipient: tenant.ownerEmail }]);
    await expect(verifyAudit(db)).resolves.toMatchObject({ events: 2 });
  });

  test("a rejected one is told the reason, once, and not before its ten seconds are over", async () => {
    const id = await apply("acme");
    await rejectApplication(database.db, id, "We host bakeries only.", ada);
    await carryOut();
    expect(await database.db.mail.count()).toBe(0);
    await letPass(id);
    await Promise.all([carryOut(), carryOut(), carryOut()]);
    const mails = await database.db.mail.findMany();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: "application-rejected" });
    expect(mails[0]?.text).toContain("We host bakeries only.");
  });

  test("one that cannot be started says why, holds up no other, is tried again later and finishes by itself", async () => {
    const { db } = database;
    const [first, second] = [await apply("acme"), await apply("beta")];
    await approveApplication(db, first, null, ada);
    await db.tenant.create({ data: { slug: "acme", name: "x", regionId: "local", intentActor: "cli" } });
    await approveApplication(db, second, null, ada);
    await letPass(first);
    await letPass(second);
    expect((await carryOut()).sort()).toEqual(["slug_taken", "started beta"]);
    const row = await read(first);
    expect(row).toMatchObject({ status: "approved", startError: "slug_taken", tenantId: null });
    expect(row.startAfter?.getTime()).toBeGreaterThan(Date.now());
    expect(await carryOut()).toEqual([]);
    await db.tenant.delete({ where: { slug: "acme" } });
    await letPass(first);
    expect(await carryOut()).toEqual(["started acme"]);
    expect(await read(first)).toMatchObject({ startError: null });
  });

  test("no subnet is left: nothing of the tenant is written", async () => {
    const { db } = database;
    for (const slug of ["acme", "beta", "gamma"]) {
      const id = await apply(slug);
      await approveApplication(db, id, null, ada);
      await letPass(id);
    }
    expect((await carryOut()).sort()).toEqual(["started acme", "started beta", "subnet_pool_exhausted"]);
    expect([await db.tenant.count(), await db.stack.count(), await db.membership.count()]).toEqual([2, 2, 2]);
  });
});

describe("telling that it is ready", () => {
  const mails = async () =>
    (await database.db.mail.findMany({ where: { kind: "cms-ready" } })).map(({ recipient, text }) => ({
      recipient,
      links: text.match(/https?:\S+/g),
    }));
  /** Approved and started. @returns its stack */
  async function start(slug: string): Promise<string> {
    const id = await apply(slug);
    await approveApplication(database.db, id, null, ada);
    await letPass(id);
    return (await startApplication(database.db, id, context))?.stackId ?? "";
  }

  test("its owner is mailed once it is set up, once, however many workers look and come back", async () => {
    const { db } = database;
    const stackId = await start("acme");
    expect(await tellReady(db, context)).toEqual([]);
    await finishStack(db, stackId);
    const rounds = await Promise.all(Array.from({ length: 4 }, () => tellReady(db, context)));
    expect(rounds.flat()).toEqual(["acme"]);
    expect(await tellReady(db, context)).toEqual([]);
    const { ownerEmail } = await db.tenant.findUniqueOrThrow({ where: { slug: "acme" } });
    expect(await mails()).toEqual([
      { recipient: ownerEmail, links: ["http://localhost:8080/t/acme", "http://acme.localhost:8080"] },
    ]);
  });

  test("a worker that is killed between the note and the mail leaves neither", async () => {
    const { db } = database;
    await finishStack(db, await start("acme"));
    await db.$executeRawUnsafe(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON mails FOR EACH ROW EXECUTE FUNCTION refuse();`);
    await expect(tellReady(db, context)).rejects.toThrow("killed");
    await db.$executeRawUnsafe("DROP TRIGGER refuse ON mails");
    expect(await mails()).toEqual([]);
    expect(await tellReady(db, context)).toEqual(["acme"]);
    expect(await mails()).toHaveLength(1);
  });

  test("one that was handed over is ready once the hand-over is done; one that is suspended meanwhile waits", async () => {
    const { db } = database;
    const stackId = await start("acme");
    await finishStack(db, stackId);
    // Claimed, it was ready before it was theirs.
    await db.stack.update({ where: { id: stackId }, data: { generation: { increment: 1 }, phase: "converging" } });
    expect(await tellReady(db, context)).toEqual([]);
    await finishStack(db, stackId);
    await db.tenant.update({ where: { slug: "acme" }, data: { intent: "suspended" } });
    expect(await tellReady(db, context)).toEqual([]);
    await db.tenant.update({ where: { slug: "acme" }, data: { intent: "running" } });
    expect(await tellReady(db, context)).toEqual(["acme"]);
  });
});
