import { randomUUID } from "node:crypto";
import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma, type Tx } from "../db/client.ts";
import { announceChange, wakeWorker } from "../db/wake.ts";
import { siteUrl } from "../domain/site-url.ts";
import { parseSlug } from "../domain/slug.ts";
import { parseTenantName } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import { approvedMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { MasterKey } from "../secrets/key.ts";
import { chooseStack } from "./choose-stack.ts";

/** Where things are, as links and addresses in mails say it. */
export interface Places {
  /** The portal's address, for the links of mails. */
  readonly portalUrl: string;
  /** The edge's port, part of each site's URL. */
  readonly edgePort: number;
}

export interface StartContext extends Places {
  readonly key: MasterKey;
}

/**
 * Makes a tenant of an approved application once it can no longer be taken back: tenant, owner, stack,
 * audit event and mail in one transaction. Called again, also after a worker was killed in the middle,
 * it finds that all of it is there or none.
 * @returns the tenant's stack, or null when there is nothing (left) to start
 * @throws slug_taken, region_unknown, not_up, subnet_pool_exhausted
 */
export async function startApplication(
  db: Db,
  id: string,
  context: StartContext,
): Promise<{ slug: string; stackId: string } | null> {
  try {
    return await db.$transaction((tx) => startWithin(tx, id, context));
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) throw error;
    const { slug } = await db.application.findUniqueOrThrow({ where: { id }, select: { slug: true } });
    throw failure("slug_taken", { slug });
  }
}

async function startWithin(tx: Tx, id: string, context: StartContext) {
  // Waits for an undo that is under way and then looks again.
  const due = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM applications
    WHERE id = ${id}::uuid AND status = 'approved' AND tenant_id IS NULL AND start_after <= now() FOR UPDATE`;
  if (due.length === 0) return null;
  const application = await tx.application.findUniqueOrThrow({ where: { id }, include: { user: true, region: true } });
  const { user } = application;
  const slug = parseSlug(application.slug);
  const name = parseTenantName(application.companyName);
  const actor = application.decidedBy ?? "policy";
  const tenantId = randomUUID();
  await tx.tenant.create({
    data: {
      id: tenantId,
      slug,
      name,
      ownerEmail: user.email,
      regionId: application.regionId,
      intentActor: actor,
      memberships: { create: { userId: user.id, role: "owner" } },
    },
  });
  const stack = await chooseStack(tx, context.key, tenantId, application);
  await tx.application.update({ where: { id }, data: { tenantId, startError: null } });
  await wakeWorker(tx, stack.stackId);
  await announceChange(tx, id);
  await queueMail(tx, user.email, "application-approved", approvedMail(mailFacts(application, context)));
  await appendAudit(tx, {
    actor,
    origin: "worker",
    action: "tenant.created",
    subject: `tenant:${slug}`,
    details: {
      name,
      region: application.regionId,
      engine: stack.engine,
      release: stack.release,
      stack: stack.how,
      application: id,
    },
  });
  return { slug, stackId: stack.stackId };
}

interface Addressed {
  readonly id: string;
  readonly slug: string;
  readonly companyName: string;
  readonly region: { readonly baseDomain: string };
}

/** What mails about an application say. */
export function mailFacts({ id, slug, companyName, region }: Addressed, { portalUrl, edgePort }: Places) {
  const address = siteUrl(slug, region.baseDomain, edgePort).replace(/^https?:\/\//, "");
  return { companyName, address, url: `${portalUrl}/applications/${id}` };
}
