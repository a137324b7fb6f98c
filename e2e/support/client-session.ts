import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import { databaseUrl } from "../../lib/db/database-url.ts";
import type { TenantRole } from "../../lib/domain/permissions.ts";
import { locateHome } from "../../lib/home.ts";

/** Runs SQL on the control database of the installation under test. */
export async function inControlDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(locateHome(process.env), process.env) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Somebody with a proven address, made in the database. @returns their id */
export const makePerson = (email: string, name: string | null = null): Promise<string> =>
  inControlDatabase(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO users (id, email, name, email_verified_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id`,
      [randomUUID(), email, name],
    );
    return rows[0]?.id ?? "";
  });

/** Makes somebody a member of a tenant that is there. @returns their id */
export async function makeMember(
  slug: string,
  email: string,
  role: TenantRole,
  name: string | null = null,
): Promise<string> {
  const userId = await makePerson(email, name);
  await inControlDatabase((client) =>
    client.query(
      `INSERT INTO memberships (tenant_id, user_id, role) SELECT id, $2, $3::tenant_role FROM tenants WHERE slug = $1
       ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = excluded.role`,
      [slug, userId, role],
    ),
  );
  return userId;
}

/** Signs a browser in by a one-time link, as the mail's button does, without the mail. */
export async function signIn(context: BrowserContext, portalUrl: string, email: string): Promise<void> {
  const userId = await makePerson(email);
  const token = randomBytes(32).toString("base64url");
  await inControlDatabase((client) =>
    client.query(
      `INSERT INTO one_time_tokens (token_hash, purpose, user_id, expires_at)
       VALUES ($1, 'sign_in', $2, now() + interval '10 minutes')`,
      [createHash("sha256").update(token).digest("hex"), userId],
    ),
  );
  const csrf = (await (await context.request.get(`${portalUrl}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await context.request.post(`${portalUrl}/api/auth/callback/link`, {
    form: { token, csrfToken: csrf.csrfToken, json: "true", callbackUrl: "/" },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: status ${answer.status()}`);
}
