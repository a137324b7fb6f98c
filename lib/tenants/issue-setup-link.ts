import type { Sql } from "../db/sql.ts";
import { siteUrl } from "../domain/site-url.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { createSetupLink } from "../stack-api/create-setup-link.ts";
import { stackApiOf } from "./stack-api-of.ts";

interface StackRow {
  readonly name: string;
  readonly secretsSealed: Uint8Array;
  readonly cidr: string;
  readonly baseDomain: string;
}

/**
 * Has a tenant's CMS make a one-time link for its first administrator. The CMS keeps only its hash.
 * @throws tenant_unknown, already_set_up, stack_api_failed
 */
export async function issueSetupLink(
  db: Sql,
  key: MasterKey,
  slug: string,
  port: number,
): Promise<{ adminUrl: string }> {
  const [row] = await db.$queryRaw<StackRow[]>`
    SELECT stacks.name, secrets_sealed AS "secretsSealed", cidr, base_domain AS "baseDomain"
    FROM tenants
    JOIN stacks ON tenant_id = tenants.id AND is_current
    JOIN subnets ON stack_id = stacks.id
    JOIN regions ON regions.id = tenants.region_id
    WHERE slug = ${slug}`;
  const api = row && stackApiOf(key, { ...row, subnet: row });
  if (!api) throw failure("tenant_unknown", { slug });
  const token = await createSetupLink(api);
  return {
    adminUrl: `${siteUrl(slug, row.baseDomain, port)}/admin/setup?token=${encodeURIComponent(token)}`,
  };
}
