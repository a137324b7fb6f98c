import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import { seedMember, seedPerson } from "../db/test-people.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { acceptInvitation, findInvitation } from "./accept-invitation.ts";
import { changeMember } from "./change-member.ts";
import { createTenant } from "./create-tenant.ts";
import { inviteMember } from "./invite-member.ts";
import { listMembers } from "./list-members.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { verifyAudit } from "./verify-audit.ts";

const actor = { name: "client:ada@acme.example", origin: "portal" };
let database: TestDatabase;
let slug = "";
let tenantId = "";
let ada = "";
let count = 0;

beforeAll(async () => {
  database = await makeTestDatabase();
  await seedFleet(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  slug = `acme-${++count}`;
  ({ tenantId } = await createTenant(database.db, testKey, { slug, name: "Acme" }, actor));
  ada = await seedMember(database.db, slug, `ada${count}@acme.example`, "owner");
});

const address = (name: string): string => `${name}${count}@acme.example`;

async function invite(name: string, role: TenantRole = "viewer", inviterRole: TenantRole = "owner"): Promise<string> {
  const email = address(name);
  await inviteMember(
    database.db,
    slug,
    { email: email.toUpperCase(), role, inviterRole, inviterName: "Ada" },
    "http://localhost:8080",
    actor,
  );
  const mail = await database.db.mail.findFirstOrThrow({ where: { recipient: email }, orderBy: { createdAt: "desc" } });
  return /token=([\w-]+)/.exec(mail.text)?.[1] ?? "";
}
const rolesNow = async (): Promise<Record<string, TenantRole>> =>
  Object.fromEntries(
    (await listMembers(database.db, tenantId)).members.map(({ email, role }) => [email.replace(/\d.*/, ""), role]),
  );
const newcomer = { kind: "new", name: "Ben", passwordHash: "$argon2id$…" } as const;

describe("an invitation", () => {
  test("makes its address a member, once, and proves the address", async () => {
    const token = await invite("ben", "admin");
    expect(await findInvitation(database.db, token)).toEqual({
      email: address("ben"),
      slug,
      tenantName: "Acme",
      role: "admin",
      hasAccount: false,
    });
    expect(await acceptInvitation(database.db, token, newcomer, actor)).toEqual({ slug, email: address("ben") });
    expect(await rolesNow()).toEqual({ ada: "owner", ben: "admin" });
    expect(await database.db.user.findUnique({ where: { email: address("ben") } })).toMatchObject({
      name: "Ben",
      emailVerifiedAt: expect.any(Date),
    });
    await expect(acceptInvitation(database.db, token, newcomer, actor)).rejects.toMatchObject({
      code: "invitation_invalid",
    });
    expect(await findInvitation(database.db, token)).toBeNull();
  });

  test("is of no use to somebody else, and stays good for whom it is for", async () => {
    const token = await invite("ben");
    const eve = await seedPerson(database.db, address("eve"));
    await expect(
      acceptInvitation(database.db, token, { kind: "signed-in", userId: eve, email: address("eve") }, actor),
    ).rejects.toMatchObject({ code: "invitation_for_other" });
    const ben = await seedPerson(database.db, address("ben"));
    await acceptInvitation(database.db, token, { kind: "signed-in", userId: ben, email: address("ben") }, actor);
    expect(await rolesNow()).toEqual({ ada: "owner", ben: "viewer" });
  });

  test("never gives an account that is in use another password", async () => {
    await seedPerson(database.db, address("ben"));
    const token = await invite("ben");
    await expect(acceptInvitation(database.db, token, newcomer, actor)).rejects.toMatchObject({
      code: "sign_in_required",
    });
    expect(await database.db.user.findUnique({ where: { email: address("ben") } })).toMatchObject({
      passwordHash: null,
    });
    expect(await findInvitation(database.db, token)).not.toBeNull();
  });

  test("stops working after seven days, when taken back, and when another is sent", async () => {
    const first = await invite("ben");
    const eightDaysOn = new Date(Date.now() + 8 * 86_400_000);
    expect(await findInvitation(database.db, first, eightDaysOn)).toBeNull();
    const second = await invite("ben");
    expect(await findInvitation(database.db, first)).toBeNull();
    const { invitations } = await listMembers(database.db, tenantId);
    expect(invitations.map(({ email }) => email)).toEqual([address("ben")]);
    await revokeInvitation(database.db, slug, invitations[0]?.id ?? "", "owner", actor);
    expect(await findInvitation(database.db, second)).toBeNull();
    expect(await rolesNow()).toEqual({ ada: "owner" });
  });

  test("of five attempts at once, one wins", async () => {
    const token = await invite("ben");
    const tries = Array.from({ length: 5 }, () => acceptInvitation(database.db, token, newcomer, actor));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is stored as a hash alone", async () => {
    const token = await invite("ben");
    const rows = JSON.stringify(await database.db.invitation.findMany());
    expect(rows).not.toContain(token);
  });

  test("is not sent to members, nor by an administrator to an owner to be", async () => {
    await expect(invite("ada")).rejects.toMatchObject({ code: "member_known" });
    await expect(invite("ben", "owner", "admin")).rejects.toMatchObject({ code: "forbidden" });
    expect(await database.db.mail.count({ where: { recipient: address("ben") } })).toBe(0);
  });

  test("there is room for fifty that wait", async () => {
    for (let index = 0; index < 50; index++) await invite(`p${index}x`);
    await expect(invite("ben")).rejects.toMatchObject({ code: "members_full" });
  });
});

describe("a membership", () => {
  const change = (id: string, to: Parameters<typeof changeMember>[3], as: TenantRole = "owner") =>
    changeMember(database.db, slug, id, to, as, actor);

  test("changes its role and ends, each with an event", async () => {
    const ben = await seedMember(database.db, slug, address("ben"), "viewer");
    expect(await change(ben, { role: "viewer" })).toBeNull();
    await change(ben, { role: "admin" });
    expect(await rolesNow()).toEqual({ ada: "owner", ben: "admin" });
    expect(await change(ben, "removed")).toEqual({ cmsAnswers: false });
    expect(await rolesNow()).toEqual({ ada: "owner" });
    await expect(change(ben, "removed")).rejects.toMatchObject({ code: "member_unknown" });
    const events = await database.db.auditEvent.findMany({
      where: { subject: `tenant:${slug}` },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["tenant.created", "member.role-changed", "member.removed"]);
    await verifyAudit(database.db);
  });

  test("of the last owner neither ends nor changes", async () => {
    await expect(change(ada, "removed")).rejects.toMatchObject({ code: "last_owner" });
    await expect(change(ada, { role: "admin" })).rejects.toMatchObject({ code: "last_owner" });
  });

  test("of two owners who remove each other at once, one stays", async () => {
    const ben = await seedMember(database.db, slug, address("ben"), "owner");
    const results = await Promise.allSettled([change(ada, "removed"), change(ben, "removed")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(Object.values(await rolesNow())).toEqual(["owner"]);
  });

  test("of an owner is out of an administrator's reach", async () => {
    const ben = await seedMember(database.db, slug, address("ben"), "owner");
    await expect(change(ben, "removed", "admin")).rejects.toMatchObject({ code: "forbidden" });
    const eve = await seedMember(database.db, slug, address("eve"), "viewer");
    await expect(change(eve, { role: "owner" }, "admin")).rejects.toMatchObject({ code: "forbidden" });
  });
});
