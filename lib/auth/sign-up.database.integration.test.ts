import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, seedStack, testKey } from "../db/test-fleet.ts";
import type { SettingValue } from "../domain/settings.ts";
import { whyApproved } from "../tenants/apply-policy.ts";
import { checkSlug } from "../tenants/check-slug.ts";
import { createTenant } from "../tenants/create-tenant.ts";
import { expireApplications } from "../tenants/expire-applications.ts";
import { resendVerification } from "../tenants/resend-verification.ts";
import { type SignUp, submitApplication, verifyWithinMs } from "../tenants/submit-application.ts";
import { submitOwnApplication } from "../tenants/submit-own-application.ts";
import { withdrawApplication } from "../tenants/withdraw-application.ts";
import { writeSetting } from "../tenants/write-setting.ts";
import { redeemSignInToken, signInPurposes } from "./redeem-token.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  await db.stack.deleteMany();
  await db.application.deleteMany();
  await db.tenant.deleteMany();
  await db.user.deleteMany();
  await db.mail.deleteMany();
  await db.setting.deleteMany();
});

const actor = { name: "visitor", origin: "portal 127.0.0.1", requestId: "request" };
const from = { origin: "portal 127.0.0.1", requestId: "request", address: "127.0.0.1" };
const places = { portalUrl: "http://localhost:8080", edgePort: 8080 };

const signUp = (change: Partial<SignUp> = {}): SignUp => ({
  companyName: "Acme Inc.",
  slug: "acme",
  regionId: "local",
  sample: "empty",
  keepStackId: null,
  name: "Ada",
  email: "ada@acme.example",
  passwordHash: "$argon2id$made-up",
  ...change,
});
const submit = (change: Partial<SignUp> = {}) => submitApplication(database.db, signUp(change), places, actor);
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "ok",
    (error) => error.code,
  );
const statuses = async (): Promise<string[]> =>
  (await database.db.application.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ slug, status }) => `${slug} ${status}`,
  );
const lastToken = async (): Promise<string> => {
  const { text } = await database.db.mail.findFirstOrThrow({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return /verify\?token=([\w-]+)/.exec(text)?.[1] ?? "";
};
const verify = (token: string, now?: Date) => redeemSignInToken(database.db, token, signInPurposes, from, now);

describe("signing up", () => {
  test("writes account, application, audit event and mail, or none of them", async () => {
    await submit();
    expect(await statuses()).toEqual(["acme unverified"]);
    expect(await database.db.mail.findMany({ select: { recipient: true, kind: true } })).toEqual([
      { recipient: "ada@acme.example", kind: "verify-email" },
    ]);
    expect(await codeOf(submit({ email: "eve@example.com", slug: "eve", regionId: "nowhere" }))).toBe("region_unknown");
    expect(await codeOf(submit({ email: "eve@example.com" }))).toBe("slug_taken");
    expect([await database.db.user.count(), await database.db.mail.count()]).toEqual([1, 1]);
  });

  test("gives an address to one of two who ask for it at once", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => codeOf(submit({ email: `p${index}@example.com` }))),
    );
    expect(outcomes.sort()).toEqual(["ok", ...Array(5).fill("slug_taken")]);
    expect(await database.db.user.count()).toBe(1);
  });

  test("gives it to an application or to a client made by hand, never to both", async () => {
    const outcomes = await Promise.all([
      codeOf(submit()),
      codeOf(createTenant(database.db, testKey, { slug: "acme" }, actor)),
    ]);
    expect(outcomes.sort()).toEqual(["ok", "slug_taken"]);
  });

  test("makes one account of two sign-ups with one address at once, and the last of them counts", async () => {
    await Promise.all([submit(), submit({ slug: "acme-two" })]);
    expect(await database.db.user.count()).toBe(1);
    expect((await statuses()).map((line) => line.split(" ")[1]).sort()).toEqual(["lapsed", "unverified"]);
  });

  test("looks the same to whoever has an account, and leaves that as it is", async () => {
    const known = await database.db.user.create({
      data: { email: "ada@acme.example", name: "Ada L.", passwordHash: "hers", emailVerifiedAt: new Date() },
    });
    const answer = await submit({ name: "Eve", passwordHash: "another's" });
    expect(Object.keys(answer)).toEqual(["applicationId"]);
    expect(await database.db.user.findUnique({ where: { id: known.id } })).toMatchObject({
      name: "Ada L.",
      passwordHash: "hers",
    });
    expect(await database.db.mail.findFirst()).toMatchObject({ kind: "account-exists", recipient: "ada@acme.example" });
    expect((await verify(await lastToken())).userId).toBe(known.id);
    expect(await statuses()).toEqual(["acme pending"]);
  });

  test("refuses what admins reserved, which they may use themselves", async () => {
    await writeSetting(database.db, "reservedSlugs", ["acme"], actor);
    expect(await codeOf(submit())).toBe("slug_reserved");
    expect(await codeOf(createTenant(database.db, testKey, { slug: "acme" }, actor))).toBe("ok");
  });

  test("ends when as many wait as anybody could work off", async () => {
    const { id: userId } = await database.db.user.create({ data: { email: "many@example.com" } });
    await database.db.application.createMany({
      data: Array.from({ length: 2_000 }, (_, index) => ({
        userId,
        companyName: "Many",
        slug: `many-${index}`,
        regionId: "local",
        status: "pending" as const,
      })),
    });
    expect(await codeOf(submit())).toBe("applications_full");
  });
});

describe("confirming an address", () => {
  test("signs in, sends the application on its way, and works once", async () => {
    await submit();
    const token = await lastToken();
    const tries = await Promise.all(Array.from({ length: 5 }, () => codeOf(verify(token))));
    expect(tries.sort()).toEqual([...Array(4).fill("link_invalid"), "ok"]);
    expect(await statuses()).toEqual(["acme pending"]);
    expect(await database.db.session.count()).toBe(1);
    expect(await database.db.user.findFirst()).toMatchObject({ passwordHash: "$argon2id$made-up" });
  });

  test("works for a day, and by the newest mail", async () => {
    await submit();
    const first = await lastToken();
    await resendVerification(database.db, "ada@acme.example", places);
    const second = await lastToken();
    expect(second).not.toBe(first);
    expect(await codeOf(verify(first))).toBe("link_invalid");
    expect(await codeOf(verify(second, new Date(Date.now() + verifyWithinMs + 1_000)))).toBe("link_invalid");
    expect(await codeOf(verify(second))).toBe("ok");
  });

  test("nothing is sent again where there is nothing to confirm", async () => {
    await resendVerification(database.db, "nobody@example.com", places);
    await submit();
    await verify(await lastToken());
    await resendVerification(database.db, "ada@acme.example", places);
    expect(await database.db.mail.count()).toBe(1);
  });

  test("is stored as a hash alone", async () => {
    await submit();
    const token = await lastToken();
    expect(JSON.stringify(await database.db.oneTimeToken.findMany())).not.toContain(token);
  });

  test("a link mailed before somebody else signed up with the same address confirms nothing", async () => {
    await submit();
    const hers = await lastToken();
    await submit({ slug: "evil", passwordHash: "a stranger's" });
    expect(await codeOf(verify(hers))).toBe("link_invalid");
  });

  test("signs in and leaves the application alone when five of the same person wait already", async () => {
    const { id: userId, email } = await database.db.user.create({
      data: { email: "ada@acme.example", emailVerifiedAt: new Date() },
    });
    for (let count = 0; count < 5; count++)
      await submitOwnApplication(database.db, { id: userId, email }, signUp({ slug: `acme-${count}` }), actor);
    expect(await codeOf(submitOwnApplication(database.db, { id: userId, email }, signUp(), actor))).toBe(
      "applications_open",
    );
    await submit();
    expect(await codeOf(verify(await lastToken()))).toBe("ok");
    expect((await statuses()).at(-1)).toBe("acme unverified");
  });
});

describe("the policy", () => {
  const set = (approval: Partial<SettingValue<"approval">>) =>
    writeSetting(database.db, "approval", { mode: "manual", domains: [], perDay: 0, ...approval }, actor);

  test("approves listed domains, and says who decided", async () => {
    await set({ mode: "domains", domains: ["acme.example"] });
    await submit();
    await verify(await lastToken());
    expect(await database.db.application.findFirst()).toMatchObject({ status: "approved", decidedBy: "policy" });
    await submit({ email: "eve@not-acme.example", slug: "eve" });
    await verify(await lastToken());
    expect(await statuses()).toEqual(["acme approved", "eve pending"]);
  });

  test("approves as many a day as it says, also when more come at once", async () => {
    await set({ mode: "daily", perDay: 2 });
    const tokens: string[] = [];
    for (let index = 0; index < 5; index++) {
      await submit({ email: `p${index}@example.com`, slug: `client-${index}` });
      tokens.push(await lastToken());
    }
    await Promise.all(tokens.map((token) => verify(token)));
    expect(await database.db.application.count({ where: { status: "approved" } })).toBe(2);
  });

  test("looks at the whole domain of the address", () => {
    const policy = { mode: "domains", domains: ["acme.example"], perDay: 0 } as const;
    const approves = (email: string) => whyApproved({ ...policy, domains: ["acme.example"] }, email, 0) !== null;
    expect(approves("ada@acme.example")).toBe(true);
    for (const email of ["ada@sub.acme.example", "ada@evil-acme.example", "acme.example@evil.example"])
      expect(approves(email)).toBe(false);
  });
});

describe("what nobody confirms", () => {
  test("lapses after a day and frees its address", async () => {
    await submit();
    await expireApplications(database.db);
    expect(await statuses()).toEqual(["acme unverified"]);
    expect(await expireApplications(database.db, new Date(Date.now() + verifyWithinMs + 1_000))).toBe(1);
    expect(await codeOf(submit({ email: "bob@acme.example" }))).toBe("ok");
  });

  test("is forgotten after a week, account and all; what was confirmed never is", async () => {
    await submit();
    await submit({ email: "bob@acme.example", slug: "bobs" });
    await verify(await lastToken());
    const later = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000);
    await expireApplications(database.db, later);
    await expireApplications(database.db, later);
    expect((await database.db.user.findMany()).map(({ email }) => email)).toEqual(["bob@acme.example"]);
    expect(await statuses()).toEqual(["bobs pending"]);
  });

  test("can be given up by whose it is, and by nobody else", async () => {
    const { applicationId } = await submit();
    const eve = await database.db.user.create({ data: { email: "eve@example.com" } });
    expect(await codeOf(withdrawApplication(database.db, applicationId, eve.id, actor))).toBe("application_unknown");
    await verify(await lastToken());
    // Once it is confirmed, having sent the form proves nothing any more.
    expect(await codeOf(withdrawApplication(database.db, applicationId, null, actor))).toBe("application_unknown");
    const { id } = await database.db.user.findUniqueOrThrow({ where: { email: "ada@acme.example" } });
    await withdrawApplication(database.db, applicationId, id, actor);
    expect(await statuses()).toEqual(["acme lapsed"]);
  });
});

describe("an address", () => {
  test("is free, or comes with reasons and others that are free", async () => {
    expect(await checkSlug(database.db, "acme", "Acme Inc.")).toMatchObject({
      state: "free",
      why: null,
      suggestions: [],
    });
    await submit();
    await createTenant(database.db, testKey, { slug: "globex" }, actor);
    const [applied, owned] = await Promise.all(
      ["acme", "globex"].map((slug) => checkSlug(database.db, slug, "Initech")),
    );
    expect(applied).toMatchObject({ state: "taken", why: "it is taken" });
    expect(owned).toMatchObject({ state: "taken", why: "it is taken" });
    expect(applied?.suggestions).toContain("initech");
    expect(applied?.suggestions).not.toContain("acme");
    expect(await checkSlug(database.db, "Admin", "")).toMatchObject({ state: "reserved" });
    expect(await checkSlug(database.db, "Müller & Söhne", "")).toMatchObject({
      state: "invalid",
      suggestions: expect.arrayContaining(["muller-and-sohne"]),
    });
  });
});

describe("keeping a demo", () => {
  const demo = async (name: string, expiresAt: Date): Promise<string> => {
    const id = await seedStack(database.db, name);
    await database.db.stack.update({ where: { id }, data: { kind: "demo", expiresAt } });
    return id;
  };
  const soon = () => new Date(Date.now() + 600_000);

  test("is for one application; another gets a new site", async () => {
    const id = await demo("demo-one", soon());
    await submit({ keepStackId: id });
    await submit({ keepStackId: id, email: "bob@acme.example", slug: "bobs" });
    expect((await database.db.application.findMany()).map(({ slug, keepStackId }) => [slug, keepStackId])).toEqual([
      ["acme", id],
      ["bobs", null],
    ]);
  });

  test("ends with the demo", async () => {
    await submit({ keepStackId: await demo("demo-two", new Date(Date.now() - 1_000)) });
    expect(await database.db.application.findFirst()).toMatchObject({ keepStackId: null });
  });

  test("can be asked for again after signing up anew", async () => {
    const id = await demo("demo-three", soon());
    await submit({ keepStackId: id });
    await submit({ keepStackId: id, slug: "acme-two" });
    expect(await database.db.application.findFirst({ where: { slug: "acme-two" } })).toMatchObject({ keepStackId: id });
  });
});
