import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { createAdminLink, linkLifetimeMs } from "./create-admin-link.ts";
import { findSession } from "./find-session.ts";
import { sessionLifetimeMs } from "./open-session.ts";
import { redeemSignInToken } from "./redeem-token.ts";
import { revokeSession } from "./revoke-session.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => database.db.user.deleteMany());

const actor = { name: "cli:root", origin: "cli", requestId: "request-1" };
const from = { origin: "portal 127.0.0.1", requestId: "request-2" };
const actions = async (): Promise<string[]> =>
  (await database.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ action }) => action);

describe("a one-time admin link", () => {
  test("makes the first admin, an owner, and only the first", async () => {
    const first = await createAdminLink(database.db, "Ada@Example.com", actor);
    const second = await createAdminLink(database.db, null, actor);
    expect([first.email, first.isFirstAdmin]).toEqual(["ada@example.com", true]);
    expect([second.email, second.isFirstAdmin]).toEqual(["ada@example.com", false]);
    expect(await database.db.user.findMany({ select: { email: true, adminRole: true } })).toEqual([
      { email: "ada@example.com", adminRole: "owner" },
    ]);
  });

  test("makes one owner when two are asked for at once", async () => {
    await Promise.all(
      ["a@example.com", "b@example.com"].map((email) => createAdminLink(database.db, email, actor).catch(() => null)),
    );
    expect(await database.db.user.count()).toBe(1);
  });

  test("is refused for an address nobody has", async () => {
    await createAdminLink(database.db, null, actor);
    await expect(createAdminLink(database.db, "eve@example.com", actor)).rejects.toMatchObject({
      code: "admin_unknown",
    });
  });

  test("is stored as a hash alone", async () => {
    const { token } = await createAdminLink(database.db, null, actor);
    const stored = JSON.stringify([
      await database.db.oneTimeToken.findMany(),
      (await database.db.auditEvent.findMany()).map((event) => ({ ...event, seq: Number(event.seq) })),
    ]);
    expect(stored).not.toContain(token);
  });

  test("opens one session, for one of any number who try at once", async () => {
    const { token } = await createAdminLink(database.db, null, actor);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => redeemSignInToken(database.db, token, ["enter"], from)),
    );
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(refused).toEqual(Array(7).fill("link_invalid"));
    expect(await database.db.session.count()).toBe(1);
    expect((await actions()).slice(-2)).toEqual(["admin.created", "session.opened"]);
  });

  test("opens nothing when it has expired, or never existed", async () => {
    const { token } = await createAdminLink(database.db, null, actor);
    const late = new Date(Date.now() + linkLifetimeMs + 1_000);
    await expect(redeemSignInToken(database.db, token, ["enter"], from, late)).rejects.toMatchObject({
      code: "link_invalid",
    });
    await expect(redeemSignInToken(database.db, "made-up", ["enter"], from)).rejects.toMatchObject({
      code: "link_invalid",
    });
    expect(await database.db.session.count()).toBe(0);
  });
});

describe("a session", () => {
  test("is found until it expires", async () => {
    const { token, email } = await createAdminLink(database.db, null, actor);
    const { sessionId } = await redeemSignInToken(database.db, token, ["enter"], from);
    expect(await findSession(database.db, sessionId)).toMatchObject({
      id: sessionId,
      user: { email, adminRole: "owner" },
    });
    const late = new Date(Date.now() + sessionLifetimeMs + 1_000);
    expect(await findSession(database.db, sessionId, late)).toBeNull();
  });

  test("is gone at once when revoked, and is revoked once", async () => {
    const { token } = await createAdminLink(database.db, null, actor);
    const { sessionId } = await redeemSignInToken(database.db, token, ["enter"], from);
    await revokeSession(database.db, sessionId, from);
    await revokeSession(database.db, sessionId, from);
    expect(await findSession(database.db, sessionId)).toBeNull();
    expect((await actions()).slice(-2)).toEqual(["session.opened", "session.closed"]);
  });
});
