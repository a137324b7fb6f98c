import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import type { AdminRole } from "../domain/permissions.ts";
import { acceptAdminInvitation, findAdminInvitation } from "./accept-admin-invitation.ts";
import { changeAdmin } from "./change-admin.ts";
import { inviteAdmin } from "./invite-admin.ts";
import { listAdmins } from "./list-admins.ts";
import { revokeAdminInvitation } from "./revoke-admin-invitation.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.user.deleteMany();
  await database.db.invitation.deleteMany();
  await database.db.mail.deleteMany();
});

const actor = { name: "admin:ada@example.com", origin: "portal 127.0.0.1" };
const from = { origin: "portal 127.0.0.1" };
const portal = "http://localhost:8080";

async function admin(name: string, adminRole: AdminRole | null = "owner"): Promise<string> {
  const data = { email: `${name}@example.com`, adminRole, emailVerifiedAt: new Date() };
  return (await database.db.user.create({ data })).id;
}
const roles = async () =>
  Object.fromEntries(
    (await database.db.user.findMany()).map(({ email, adminRole }) => [email.replace("@example.com", ""), adminRole]),
  );
const openSession = (userId: string) =>
  database.db.session.create({ data: { userId, expiresAt: new Date(Date.now() + 60_000) } });

/** What the link in the last mail to somebody carries. */
async function mailedToken(recipient: string): Promise<string> {
  const { text } = await database.db.mail.findFirstOrThrow({ where: { recipient }, orderBy: { createdAt: "desc" } });
  return /\/invitation\/fleet\?token=(\S+)/.exec(text)?.[1] ?? "";
}
async function invited(email = "eve@example.com", role: AdminRole = "operator"): Promise<string> {
  await inviteAdmin(database.db, { email, role }, portal, actor);
  return mailedToken(email);
}
const eve = { kind: "new", name: "Eve", passwordHash: "$argon2id$made-up" } as const;

describe("the last owner", () => {
  test.each([["removed" as const], [{ role: "auditor" as const }]])("is not %j", async (change) => {
    const ada = await admin("ada");
    await admin("bob", "operator");
    await expect(changeAdmin(database.db, ada, change, actor)).rejects.toMatchObject({ code: "last_admin_owner" });
    expect(await roles()).toEqual({ ada: "owner", bob: "operator" });
  });

  test("is left when all owners demote or remove one another at once", async () => {
    for (let round = 0; round < 5; round++) {
      await database.db.user.deleteMany();
      const owners = await Promise.all(["ada", "bob", "cyd", "dan"].map((name) => admin(name)));
      const tries = await Promise.allSettled(
        owners.map((id, index) =>
          changeAdmin(database.db, id, index % 2 === 0 ? "removed" : { role: "auditor" }, actor),
        ),
      );
      expect(await database.db.user.count({ where: { adminRole: "owner" } })).toBe(1);
      const refused = tries.filter((tried) => tried.status === "rejected");
      expect(refused.map(({ reason }) => reason.code)).toEqual(["last_admin_owner"]);
    }
  });

  test("may go once there is another", async () => {
    const ada = await admin("ada");
    await admin("bob");
    await changeAdmin(database.db, ada, { role: "operator" }, actor);
    expect(await roles()).toEqual({ ada: "operator", bob: "owner" });
  });
});

describe("an admin who is removed", () => {
  test("is signed out everywhere, and no link lets them in again", async () => {
    await admin("ada");
    const bob = await admin("bob");
    await openSession(bob);
    await database.db.oneTimeToken.create({
      data: { tokenHash: "x", purpose: "enter", userId: bob, expiresAt: new Date(Date.now() + 60_000) },
    });
    await inviteAdmin(database.db, { email: "second@bob.example", role: "owner" }, portal, {
      ...actor,
      name: "admin:bob@example.com",
    });
    expect(await changeAdmin(database.db, bob, "removed", actor)).toBe(true);
    expect(await database.db.session.count({ where: { userId: bob, revokedAt: null } })).toBe(0);
    expect(await database.db.oneTimeToken.count({ where: { userId: bob, usedAt: null } })).toBe(0);
    expect(await findAdminInvitation(database.db, await mailedToken("second@bob.example"))).toBeNull();
    await expect(changeAdmin(database.db, bob, "removed", actor)).rejects.toMatchObject({ code: "admin_gone" });
  });

  test("keeps their session when only the role changes: what it may do is read anew", async () => {
    await admin("ada");
    const bob = await admin("bob");
    await openSession(bob);
    await changeAdmin(database.db, bob, { role: "auditor" }, actor);
    expect(await database.db.session.count({ where: { userId: bob, revokedAt: null } })).toBe(1);
    expect(await database.db.auditEvent.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      action: "admin.role-changed",
      subject: "admin:bob@example.com",
      details: { from: "owner", to: "auditor" },
    });
  });
});

describe("an invitation to run the fleet", () => {
  test("makes somebody new an admin with what they were invited as, once", async () => {
    const token = await invited();
    expect(await findAdminInvitation(database.db, token)).toEqual({
      email: "eve@example.com",
      role: "operator",
      hasAccount: false,
    });
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => acceptAdminInvitation(database.db, token, eve, from)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await roles()).toEqual({ eve: "operator" });
    expect(await findAdminInvitation(database.db, token)).toBeNull();
  });

  test("is stored as a hash alone", async () => {
    const token = await invited();
    expect(JSON.stringify(await database.db.invitation.findMany())).not.toContain(token);
  });

  test("is for its address alone", async () => {
    const token = await invited();
    const mallory = await admin("mallory", null);
    const accepter = { kind: "signed-in", userId: mallory, email: "mallory@example.com" } as const;
    await expect(acceptAdminInvitation(database.db, token, accepter, from)).rejects.toMatchObject({
      code: "invitation_for_other",
    });
    expect(await findAdminInvitation(database.db, token)).not.toBeNull();
  });

  test("gives nobody another password: whoever has an account signs in first", async () => {
    const token = await invited();
    await admin("eve", null);
    await expect(acceptAdminInvitation(database.db, token, eve, from)).rejects.toMatchObject({
      code: "sign_in_required",
    });
    const { id, passwordHash } = await database.db.user.findUniqueOrThrow({ where: { email: "eve@example.com" } });
    expect(passwordHash).toBeNull();
    await acceptAdminInvitation(database.db, token, { kind: "signed-in", userId: id, email: "eve@example.com" }, from);
    expect(await roles()).toEqual({ eve: "operator" });
  });

  test("does not change what somebody became another way meanwhile", async () => {
    const token = await invited("eve@example.com", "owner");
    const id = await admin("eve", "auditor");
    await acceptAdminInvitation(database.db, token, { kind: "signed-in", userId: id, email: "eve@example.com" }, from);
    expect(await roles()).toEqual({ eve: "auditor" });
  });

  test("ends when taken back, when another is sent, and after seven days", async () => {
    const first = await invited();
    const second = await invited();
    expect(await findAdminInvitation(database.db, first)).toBeNull();
    const later = new Date(Date.now() + 7 * 86_400_000 + 1);
    expect(await findAdminInvitation(database.db, second, later)).toBeNull();
    const [open] = (await listAdmins(database.db)).invitations;
    await revokeAdminInvitation(database.db, open?.id ?? "", actor);
    expect(await findAdminInvitation(database.db, second)).toBeNull();
    await expect(acceptAdminInvitation(database.db, second, eve, from)).rejects.toMatchObject({
      code: "invitation_invalid",
    });
  });

  test("is not sent to an admin", async () => {
    await admin("eve", "auditor");
    await expect(invited()).rejects.toMatchObject({ code: "admin_known" });
  });
});
