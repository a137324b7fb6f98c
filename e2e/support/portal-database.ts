import { randomUUID } from "node:crypto";
import pg from "pg";
import { databaseUrl } from "../../lib/db/database-url.ts";
import { locateHome } from "../../lib/home.ts";

/** The control database of the installation under test, for what a page cannot be asked to set up. */
export async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(locateHome(process.env), process.env) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface NewApplication {
  readonly slug: string;
  readonly companyName: string;
  readonly email?: string;
}

/** Somebody who signed up, confirmed their address and waits. @returns the application's id */
export async function seedApplication({ slug, companyName, email }: NewApplication): Promise<string> {
  const [user, application] = [randomUUID(), randomUUID()];
  await withDatabase(async (client) => {
    await client.query("INSERT INTO users (id, email, name, email_verified_at) VALUES ($1, $2, 'Ada Example', now())", [
      user,
      email ?? `ada@${slug}.example`,
    ]);
    await client.query(
      `INSERT INTO applications (id, user_id, company_name, slug, region_id, status, verified_at)
       VALUES ($1, $2, $3, $4, 'local', 'pending', now())`,
      [application, user, companyName, slug],
    );
  });
  return application;
}
