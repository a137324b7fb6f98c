import type { Sql } from "../db/sql.ts";
import type { Slug } from "../domain/slug.ts";
import { failure } from "../errors.ts";

/**
 * Claims an address within the caller's transaction: nobody else can take it until that ends. Held
 * by a tenant, for ever, or by an application until it is decided; which of them is not said.
 * @throws slug_taken
 */
export async function claimSlug(tx: Sql, slug: Slug): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug ${slug}`}, 0))`;
  const holders = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM tenants WHERE slug = ${slug}
    UNION ALL
    SELECT 1 FROM applications WHERE slug = ${slug} AND status IN ('unverified', 'pending', 'approved')`;
  if (holders.length > 0) throw failure("slug_taken", { slug });
}
