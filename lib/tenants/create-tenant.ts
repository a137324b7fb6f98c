import { randomUUID } from "node:crypto";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import { appendAudit } from "../db/append-audit.ts";
import type { Sql, SqlDatabase } from "../db/sql.ts";
import { wakeWorker } from "../db/wake.ts";
import { parseSlug } from "../domain/slug.ts";
import { parseEmail, parseTenantName } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { generateSecrets, seal } from "../secrets/seal.ts";
import type { Actor } from "./actor.ts";
import { claimSlug } from "./claim-slug.ts";
import { placeStack } from "./place-stack.ts";

export interface NewTenant {
  readonly slug: string;
  /** What people call the company; the slug when left out. */
  readonly name?: string;
  readonly ownerEmail?: string;
  /** The default region when left out. */
  readonly region?: string;
}

export interface NewTenantMade {
  readonly tenantId: string;
  readonly stackId: string;
  readonly slug: string;
  readonly name: string;
  readonly baseDomain: string;
}

/**
 * Writes a tenant, its stack, secrets and subnet and the audit event in one transaction and wakes
 * the worker. Nothing is written when anything is wrong.
 * @throws slug_invalid, slug_reserved, slug_taken, name_invalid, email_invalid, region_unknown,
 * subnet_pool_exhausted, not_up when there is no release yet
 */
export async function createTenant(
  db: SqlDatabase,
  key: MasterKey,
  request: NewTenant,
  actor: Actor,
): Promise<NewTenantMade> {
  const slug = parseSlug(request.slug);
  const name = parseTenantName(request.name ?? slug);
  const ownerEmail = request.ownerEmail === undefined ? null : parseEmail(request.ownerEmail);
  const ids = { tenantId: randomUUID(), stackId: randomUUID() };
  const secretsSealed = seal(key, slug, generateSecrets());
  const baseDomain = await db.$transaction(async (tx) => {
    // What admins reserved is theirs to use.
    await claimSlug(tx, slug);
    const { region, baseDomain, engine, releaseId } = await placeStack(tx, request.region);
    // Somebody else may have asked for the same slug since; then it is theirs.
    const written = await tx.$executeRaw`
      INSERT INTO tenants (id, slug, name, owner_email, region_id, intent_actor)
      VALUES (${ids.tenantId}::uuid, ${slug}, ${name}, ${ownerEmail}, ${region}, ${actor.name})
      ON CONFLICT DO NOTHING`;
    const begun =
      written &&
      (await tx.$executeRaw`
        INSERT INTO stacks (id, name, tenant_id, engine_id, release_id, secrets_sealed)
        VALUES (${ids.stackId}::uuid, ${slug}, ${ids.tenantId}::uuid, ${engine.id}, ${releaseId}, ${secretsSealed})
        ON CONFLICT DO NOTHING`);
    if (!begun) throw failure("slug_taken", { slug });
    await allocateSubnet(tx, engine, ids.stackId);
    await wakeWorker(tx, ids.stackId);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.created",
      subject: `tenant:${slug}`,
      details: { name, region, engine: engine.id, release: releaseId },
    });
    return baseDomain;
  });
  return { ...ids, slug, name, baseDomain };
}
