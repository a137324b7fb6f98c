import type { Db } from "../db/client.ts";
import { siteUrl } from "../domain/site-url.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { createSetupLink } from "../stack-api/create-setup-link.ts";
import { stackApiOf } from "./stack-api-of.ts";

/**
 * Has a tenant's CMS make a one-time link for its first administrator. The CMS keeps only its hash.
 * @throws tenant_unknown, already_set_up, stack_api_failed
 */
export async function issueSetupLink(
  db: Db,
  key: MasterKey,
  slug: string,
  port: number,
): Promise<{ adminUrl: string }> {
  const tenant = await db.tenant.findUnique({
    where: { slug },
    select: {
      region: { select: { baseDomain: true } },
      stacks: { where: { isCurrent: true }, select: { name: true, secretsSealed: true, subnet: true } },
    },
  });
  const api = tenant?.stacks[0] && stackApiOf(key, tenant.stacks[0]);
  if (!tenant || !api) throw failure("tenant_unknown", { slug });
  const token = await createSetupLink(api);
  return {
    adminUrl: `${siteUrl(slug, tenant.region.baseDomain, port)}/admin/setup?token=${encodeURIComponent(token)}`,
  };
}
