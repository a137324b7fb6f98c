import { randomUUID } from "node:crypto";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";
import { parseSlug } from "../domain/slug.ts";
import { parseEmail, parseTenantName } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { generateSecrets, seal } from "../secrets/seal.ts";
import type { Actor } from "./actor.ts";
import { placeStack } from "./place-stack.ts";
import { requireFreeSlug } from "./require-free-slug.ts";

export interface NewTenant {
  readonly slug: string;
  /** What people call the company; the slug when left out. */
  readonly name?: string;
  readonly ownerEmail?: string;
  /** The default region when left out. */
  readonly region?: string;
}

/**
 * Writes a tenant, its stack, secrets and subnet and the audit event in one transaction and wakes
 * the worker. Nothing is written when anything is wrong.
 * @throws slug_invalid, slug_reserved, slug_taken, name_invalid, email_invalid, region_unknown,
 * subnet_pool_exhausted, not_up when there is no release yet
 */
export async function createTenant(
  db: Db,
  key: MasterKey,
  request: NewTenant,
  actor: Actor,
): Promise<{ tenantId: string; stackId: string; slug: string; name: string }> {
  const slug = parseSlug(request.slug);
  const name = parseTenantName(request.name ?? slug);
  const ownerEmail = request.ownerEmail === undefined ? null : parseEmail(request.ownerEmail);
  const ids = { tenantId: randomUUID(), stackId: randomUUID() };
  const secretsSealed = seal(key, slug, generateSecrets());
  try {
    await db.$transaction(async (tx) => {
      // What admins reserved is theirs to use.
      await requireFreeSlug(tx, slug, { reservedToo: false });
      const { region, engine, releaseId } = await placeStack(tx, request.region);
      await tx.tenant.create({
        data: {
          id: ids.tenantId,
          slug,
          name,
          ownerEmail,
          regionId: region,
          intentActor: actor.name,
          stacks: { create: { id: ids.stackId, name: slug, engineId: engine.id, releaseId, secretsSealed } },
        },
      });
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
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw failure("slug_taken", { slug });
    throw error;
  }
  return { ...ids, slug, name };
}
