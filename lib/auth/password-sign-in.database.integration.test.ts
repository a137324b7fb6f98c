import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { mailResetLink } from "./mail-reset-link.ts";
import { mailSignInLink } from "./mail-sign-in-link.ts";
import { hashPassword } from "./password.ts";
import { redeemSignInToken, signInPurposes } from "./redeem-token.ts";
import { resetPassword } from "./reset-password.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  passwordHash = await hashPassword("copper lantern");
});
afterAll(() => database.drop());

const from = { origin: "portal 127.0.0.1", requestId: "request", address: "127.0.0.1", userAgent: "a browser" };
const origin = "http://localhost:8080";
const email = "ada@example.com";

beforeEach(async () => {
  const { db } = database;
  await db.mail.deleteMany();
  await db.user.deleteMany();
  await db.user.create({ data: { email, passwordHash, emailVerifiedAt: new Date() } });
});

const signIn = (password: string, address = email) =>
  signInWithPassword(database.db, { email: address, password }, from);

/** What the newest mail of a kind carries in its link. */
async function mailedToken(kind: string): Promise<string> {
  const mail = await database.db.mail.findFirstOrThrow({ where: { kind }, orderBy: { createdAt: "desc" } });
  return /token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

describe("a password", () => {
  test("opens a session that remembers where it was opened", async () => {
    const { sessionId } = await signIn("copper lantern");
    expect(await database.db.session.findUnique({ where: { id: sessionId } })).toMatchObject({
      address: "127.0.0.1",
      userAgent: "a browser",
    });
  });

  test("is refused alike when wrong, when nobody has the address, and before the address was proven", async () => {
    await database.db.user.create({ data: { email: "new@example.com", passwordHash } });
    await database.db.user.create({ data: { email: "links@example.com", emailVerifiedAt: new Date() } });
    for (const [password, address] of [
      ["wrong", email],
      ["copper lantern", "nobody@example.com"],
      ["copper lantern", "new@example.com"],
      ["copper lantern", "links@example.com"],
    ] as const)
      await expect(signIn(password, address)).rejects.toMatchObject({ code: "sign_in_refused" });
    expect(await database.db.session.count()).toBe(0);
  });

  test("that is replaced while it is being checked opens nothing", async () => {
    const other = await hashPassword("another one entirely");
    const attempt = signIn("copper lantern");
    await database.db.user.update({ where: { email }, data: { passwordHash: other } });
    const outcome = await attempt.then(
      () => "in",
      (error) => error.code,
    );
    // Either it was read after the change, or the change was seen before the session was opened.
    expect(outcome).toBe("sign_in_refused");
  });
});

describe("a mailed link", () => {
  test("goes to an account alone, and signs in once", async () => {
    await mailSignInLink(database.db, "nobody@example.com", { origin, next: null });
    expect(await database.db.mail.count()).toBe(0);
    await mailSignInLink(database.db, email, { origin, next: "/t/acme" });
    const token = await mailedToken("sign-in-link");
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => redeemSignInToken(database.db, token, signInPurposes, from)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("counts until the next one is asked for", async () => {
    await mailSignInLink(database.db, email, { origin, next: null });
    const first = await mailedToken("sign-in-link");
    await mailSignInLink(database.db, email, { origin, next: null });
    await expect(redeemSignInToken(database.db, first, signInPurposes, from)).rejects.toMatchObject({
      code: "link_invalid",
    });
  });

  test("takes a password away that a stranger chose for an address they never proved", async () => {
    await database.db.user.create({ data: { email: "victim@example.com", passwordHash } });
    await mailSignInLink(database.db, "victim@example.com", { origin, next: null });
    await redeemSignInToken(database.db, await mailedToken("sign-in-link"), signInPurposes, from);
    await expect(signIn("copper lantern", "victim@example.com")).rejects.toMatchObject({ code: "sign_in_refused" });
  });

  test("is worth nothing once the account has another address", async () => {
    await mailSignInLink(database.db, email, { origin, next: null });
    await database.db.user.update({ where: { email }, data: { email: "moved@example.com" } });
    await expect(
      redeemSignInToken(database.db, await mailedToken("sign-in-link"), signInPurposes, from),
    ).rejects.toMatchObject({ code: "link_invalid" });
  });
});

describe("resetting a password", () => {
  test("sets it once, ends every session, voids every link and says so by mail", async () => {
    await signIn("copper lantern");
    await mailSignInLink(database.db, email, { origin, next: null });
    await mailResetLink(database.db, email, origin);
    const [token, signInToken] = [await mailedToken("reset-password"), await mailedToken("sign-in-link")];
    const tries = await Promise.allSettled(
      ["first new password", "second new password"].map((password) =>
        resetPassword(database.db, { token, password, origin }, from),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.session.count({ where: { revokedAt: null } })).toBe(0);
    const signInAgain = redeemSignInToken(database.db, signInToken, signInPurposes, from);
    await expect(signInAgain).rejects.toMatchObject({ code: "link_invalid" });
    await expect(signIn("copper lantern")).rejects.toMatchObject({ code: "sign_in_refused" });
    expect(await database.db.mail.count({ where: { kind: "password-changed", recipient: email } })).toBe(1);
  });

  test("asks for a link that is for that, and in time", async () => {
    await mailSignInLink(database.db, email, { origin, next: null });
    await mailResetLink(database.db, email, origin);
    const late = new Date(Date.now() + 61 * 60_000);
    const reset = (token: string, now?: Date) =>
      resetPassword(database.db, { token, password: "a whole new one", origin }, from, now);
    await expect(reset(await mailedToken("sign-in-link"))).rejects.toMatchObject({ code: "link_invalid" });
    await expect(reset(await mailedToken("reset-password"), late)).rejects.toMatchObject({ code: "link_invalid" });
  });
});
