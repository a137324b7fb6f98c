import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { siteUrl } from "../domain/site-url.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";
import { enterUrl, signEnterToken } from "../stack-api/sign-enter-token.ts";
import type { Actor } from "./actor.ts";

export interface CmsEntrant {
  readonly email: string;
  readonly name: string | null;
  readonly role: TenantRole;
}

/**
 * A link that signs a member into the tenant's CMS without another password. The CMS believes it
 * once, for a minute; who was given one is in the audit trail.
 * @param port the edge's port, part of the URL
 * @throws tenant_unknown, tenant_not_running when there is nothing to enter, unseal_failed
 */
export async function enterCms(
  db: Db,
  key: MasterKey,
  slug: string,
  entrant: CmsEntrant,
  port: number,
  actor: Actor,
): Promise<string> {
  return db.$transaction(async (tx) => {
    const tenant = await tx.tenant.findUnique({
      where: { slug, purgedAt: null },
      select: {
        intent: true,
        region: { select: { baseDomain: true } },
        stacks: { where: { isCurrent: true }, select: { name: true, readyAt: true, secretsSealed: true } },
      },
    });
    if (!tenant) throw failure("tenant_unknown", { slug });
    const stack = tenant.stacks[0];
    if (tenant.intent === "suspended" || tenant.intent === "closed")
      throw failure("tenant_not_running", { slug, status: tenant.intent });
    if (!stack?.readyAt) throw failure("tenant_not_running", { slug, status: "not ready yet" });
    const { secretKey } = unseal(key, stack.name, stack.secretsSealed);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "cms.entered",
      subject: `tenant:${slug}`,
      details: { role: entrant.role },
    });
    const name = entrant.name || nameFromEmail(entrant.email);
    const token = signEnterToken(secretKey, { stack: stack.name, email: entrant.email, name, role: entrant.role });
    return enterUrl(siteUrl(slug, tenant.region.baseDomain, port), token);
  });
}

/** Who never gave a name is called by what stands before the @. */
const nameFromEmail = (email: string): string => email.split("@")[0] ?? email;
