import { createHash, randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import type pg from "pg";
import type { AdminRole } from "../../lib/domain/permissions.ts";
import { type Person, people } from "../portal/authorisation-table.ts";
import { changeTenant } from "./change-tenant.ts";
import { inControlDatabase, makeMember, makePerson } from "./client-session.ts";
import { PortalCaller } from "./portal-caller.ts";
import { runProgram } from "./run-program.ts";

const freehold = join(import.meta.dirname, "../../freehold");

/** Everybody of the table, signed in, and what is whose. */
export interface World {
  readonly callers: Readonly<Record<Person, PortalCaller>>;
  readonly emails: Readonly<Record<Person, string>>;
  readonly userIds: Readonly<Record<Person, string>>;
  /** With a stack that is up, of viewer, admin and owner. */
  readonly tenant: string;
  /** The other client's: a row without a stack. */
  readonly otherTenant: string;
  /** With a stack of its own, suspended. */
  readonly suspendedTenant: string;
  /** The owner's, waiting for a decision. */
  readonly applicationId: string;
}

const admins: Partial<Record<Person, AdminRole>> = {
  auditor: "auditor",
  operator: "operator",
  "fleet's owner": "owner",
};

/** @param tenant one that is up */
export async function makeWorld(portalUrl: string, tenant: string): Promise<World> {
  const mark = Date.now().toString(36);
  const otherTenant = `other-${mark}`;
  const suspendedTenant = `locked-${mark}`;
  const byPerson = async <T>(make: (person: Person) => Promise<T>) =>
    Object.fromEntries(
      await Promise.all(people.map(async (person) => [person, await make(person)] as const)),
    ) as Record<Person, T>;
  const emails = await byPerson(async (person) => `${person.replaceAll(/\W+/g, "-")}@${mark}.example`);
  const userIds = await byPerson((person) => makePerson(emails[person]));

  const onboarded = await runProgram([freehold, "onboard", suspendedTenant, "--name", "Locked Inc."], process.env);
  if (onboarded.code !== 0) throw new Error(`${suspendedTenant} did not come up: ${onboarded.stderr}`);
  const applicationId = randomUUID();
  await inControlDatabase(async (db) => {
    await db.query(
      `INSERT INTO tenants (id, slug, name, region_id, intent_actor)
       SELECT $1, $2, 'Other Inc.', region_id, 'admin:e2e' FROM tenants WHERE slug = $3`,
      [randomUUID(), otherTenant, tenant],
    );
    await db.query(
      `INSERT INTO applications (id, user_id, company_name, slug, region_id, status, verified_at)
       SELECT $1, $2, 'Waiting Inc.', $3, region_id, 'pending', now() FROM tenants WHERE slug = $4`,
      [applicationId, userIds["tenant's owner"], `waiting-${mark}`, tenant],
    );
    for (const [person, role] of Object.entries(admins)) {
      await db.query("UPDATE users SET admin_role = $2::admin_role WHERE id = $1", [userIds[person as Person], role]);
    }
  });
  await makeMember(tenant, emails.viewer, "viewer");
  await makeMember(tenant, emails["tenant's admin"], "admin");
  await makeMember(tenant, emails["tenant's owner"], "owner");
  await makeMember(otherTenant, emails["other client"], "owner");
  await makeMember(suspendedTenant, emails["suspended client"], "owner");
  await changeTenant("suspend", suspendedTenant, "The invoice is open");

  const callers = await byPerson(async (person) => {
    const caller = new PortalCaller(portalUrl);
    if (person !== "anonymous") await caller.signIn(emails[person]);
    return caller;
  });
  return { callers, emails, userIds, tenant, otherTenant, suspendedTenant, applicationId };
}

/** Takes everything away that was made, whatever became of it. */
export async function unmakeWorld({ userIds, otherTenant, suspendedTenant }: World): Promise<void> {
  await inControlDatabase(async (db) => {
    const ids = Object.values(userIds);
    await db.query("DELETE FROM applications WHERE user_id = ANY($1::uuid[])", [ids]);
    await db.query("DELETE FROM invitations WHERE invited_by = $1", [invitedBy]);
    await db.query("DELETE FROM users WHERE id = ANY($1::uuid[])", [ids]);
    await db.query("DELETE FROM tenants WHERE slug = $1", [otherTenant]);
  });
  await runProgram([freehold, "teardown", suspendedTenant, "--purge", "--yes"], process.env);
}

const invitedBy = "admin:e2e@authorisation.example";

/** One value of one row. */
export const readOne = <T>(text: string, values: readonly unknown[]): Promise<T | undefined> =>
  inControlDatabase(async (db) => {
    const { rows } = await db.query<pg.QueryResultRow>(text, [...values]);
    return rows[0] && (Object.values(rows[0])[0] as T);
  });

/** An invitation to a tenant, or to the fleet without one. */
export async function inviteInto(email: string, slug: string | null): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), randomBytes(32).toString("base64url")];
  const place = slug === null ? ["admin_role", "'auditor'::admin_role"] : ["tenant_role", "'viewer'::tenant_role"];
  await inControlDatabase((db) =>
    db.query(
      `INSERT INTO invitations (id, token_hash, email, tenant_id, ${place[0]}, invited_by, expires_at)
       VALUES ($1, $2, $3, (SELECT id FROM tenants WHERE slug = $4), ${place[1]}, $5, now() + interval '1 day')`,
      [id, createHash("sha256").update(token).digest("hex"), email, slug, invitedBy],
    ),
  );
  return { id, token };
}

/** The session that somebody opened last. */
export const sessionOf = (userId: string): Promise<string | undefined> =>
  readOne<string>("SELECT id FROM sessions WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1", [userId]);
