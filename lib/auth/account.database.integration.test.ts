import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { changePassword } from "./change-password.ts";
import { confirmEmailChange } from "./confirm-email-change.ts";
import { findSession, type PersonSession } from "./find-session.ts";
import { listSessions } from "./list-sessions.ts";
import { hashPassword } from "./password.ts";
import { requestEmailChange } from "./request-email-change.ts";
import { revokeOwnSessions } from "./revoke-own-sessions.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

let database: TestDatabase;
let passwordHash: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  passwordHash = await hashPassword("copper lantern");
});
afterAll(() => database.drop());

const from = { origin: "portal 127.0.0.1", requestId: "request", address: "127.0.0.1", userAgent: "curl/8" };
const origin = "http://localhost:8080";
let ada: PersonSession;

async function signIn(email = "ada@example.com", password = "copper lantern"): Promise<PersonSession> {
  const { sessionId } = await signInWithPassword(database.db, { email, password }, from);
  const session = await findSession(database.db, sessionId);
  if (session === null) throw new Error("no session");
  return session;
}

beforeEach(async () => {
  const { db } = database;
  await db.mail.deleteMany();
  await db.user.deleteMany();
  for (const email of ["ada@example.com", "eve@example.com"])
    await db.user.create({ data: { email, passwordHash, emailVerifiedAt: new Date() } });
  ada = await signIn();
});

const stands = async ({ id }: PersonSession): Promise<boolean> => (await findSession(database.db, id)) !== null;
const mailed = async () =>
  (await database.db.mail.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ kind, recipient }) => `${kind} ${recipient}`,
  );
const lastToken = async (): Promise<string> => {
  const { text } = await database.db.mail.findFirstOrThrow({
    where: { kind: "change-email" },
    orderBy: { createdAt: "desc" },
  });
  return /token=([\w-]+)/.exec(text)?.[1] ?? "";
};

describe("changing one's password", () => {
  const change = (present: string) =>
    changePassword(database.db, ada, { present, password: "another lantern", origin }, from);

  test("wants the present one, ends every other session and mails", async () => {
    const elsewhere = await signIn();
    await expect(change("wrong")).rejects.toMatchObject({ code: "password_wrong" });
    await change("copper lantern");
    expect([await stands(ada), await stands(elsewhere)]).toEqual([true, false]);
    expect(await mailed()).toEqual(["password-changed ada@example.com"]);
    await signIn("ada@example.com", "another lantern");
  });

  test("happens once when it is asked for twice at once", async () => {
    const outcomes = await Promise.allSettled([change("copper lantern"), change("copper lantern")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("changing one's address", () => {
  const ask = (email: string, present = "copper lantern") =>
    requestEmailChange(database.db, ada, { email, present, origin });
  const confirm = async (session = ada) =>
    confirmEmailChange(database.db, session, { token: await lastToken(), origin }, from);

  test("wants the password, a link in the new mailbox, and tells the old one", async () => {
    await expect(ask("new@example.com", "wrong")).rejects.toMatchObject({ code: "password_wrong" });
    await ask("new@example.com");
    expect((await findSession(database.db, ada.id))?.user.email).toBe("ada@example.com");
    await confirm();
    expect((await findSession(database.db, ada.id))?.user.email).toBe("new@example.com");
    expect(await mailed()).toEqual(["change-email new@example.com", "email-changed ada@example.com"]);
    await expect(confirm()).rejects.toMatchObject({ code: "link_invalid" });
  });

  test("works for whoever asked alone", async () => {
    await ask("new@example.com");
    await expect(confirm(await signIn("eve@example.com"))).rejects.toMatchObject({ code: "link_invalid" });
    await confirm();
  });

  test("does not say on the page that another has it", async () => {
    await ask("eve@example.com");
    expect(await mailed()).toEqual(["email-taken eve@example.com"]);
  });

  test("comes too late when another has signed up with it since", async () => {
    await ask("new@example.com");
    await database.db.user.create({ data: { email: "new@example.com" } });
    await expect(confirm()).rejects.toMatchObject({ code: "link_invalid" });
    expect((await findSession(database.db, ada.id))?.user.email).toBe("ada@example.com");
  });
});

describe("one's sessions", () => {
  test("are listed with device and place, this one first, and nobody else's", async () => {
    await signIn();
    await signIn("eve@example.com");
    const sessions = await listSessions(database.db, ada);
    expect(sessions.map(({ isThis, device, place }) => [isThis, device, place])).toEqual([
      [true, "curl", "127.0.0.1"],
      [false, "curl", "127.0.0.1"],
    ]);
  });

  test("end one by one or all but this, and never somebody else's", async () => {
    const [second, third, eve] = [await signIn(), await signIn(), await signIn("eve@example.com")];
    expect(await revokeOwnSessions(database.db, ada, eve.id, from)).toBe(0);
    expect(await revokeOwnSessions(database.db, ada, second.id, from)).toBe(1);
    expect([await stands(second), await stands(third), await stands(eve)]).toEqual([false, true, true]);
    expect(await revokeOwnSessions(database.db, ada, null, from)).toBe(1);
    expect([await stands(ada), await stands(third), await stands(eve)]).toEqual([true, false, true]);
  });
});
