import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import type { SampleKind } from "../domain/samples.ts";
import { parseSlug } from "../domain/slug.ts";
import { parseTenantName } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { requireFreeSlug } from "./require-free-slug.ts";

/** What somebody wishes for. */
export interface ApplicationWish {
  readonly companyName: string;
  readonly slug: string;
  readonly regionId: string;
  readonly sample: SampleKind;
  /** The demo that is to become theirs; they proved to be in it. */
  readonly keepStackId: string | null;
}

/** Undecided applications in all. What strangers can fill ends here, and a queue nobody can work off as well. */
export const mostWaiting = 2_000;

/** Applications are written one after the other. Any constant that no other lock uses. */
const applicationLock = 4_170_319;

/**
 * Writes an unverified application within the caller's transaction; it holds its address from then on.
 * Earlier ones of the same person that were never verified are given up.
 * @throws slug_invalid, slug_reserved, slug_taken, name_invalid, region_unknown, applications_full
 */
export async function createApplication(tx: Tx, userId: string, wish: ApplicationWish, actor: Actor) {
  const slug = parseSlug(wish.slug);
  const companyName = parseTenantName(wish.companyName);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${applicationLock})`;
  const waiting = await tx.application.count({ where: { status: { in: ["unverified", "pending"] } } });
  if (waiting >= mostWaiting) throw failure("applications_full");
  await tx.application.updateMany({ where: { userId, status: "unverified" }, data: { status: "lapsed" } });
  await requireFreeSlug(tx, slug);
  await requireRegion(tx, wish.regionId);
  const application = await tx.application.create({
    data: {
      userId,
      companyName,
      slug,
      regionId: wish.regionId,
      sample: wish.sample,
      keepStackId: await keepable(tx, wish.keepStackId),
    },
    include: { region: true },
  });
  await appendAudit(tx, {
    actor: actor.name,
    origin: actor.origin,
    ...(actor.requestId && { requestId: actor.requestId }),
    action: "application.submitted",
    subject: `application:${slug}`,
    details: { application: application.id, region: wish.regionId, sample: wish.sample },
  });
  await announceChange(tx, application.id);
  return application;
}

async function requireRegion(tx: Tx, id: string): Promise<void> {
  const regions = await tx.region.findMany({ select: { id: true } });
  if (!regions.some((region) => region.id === id))
    throw failure("region_unknown", { region: id, known: regions.map((region) => region.id).join(", ") || "none" });
}

/** The demo, while it lives and nobody else keeps it; who comes too late gets a new site with a sample instead. */
async function keepable(tx: Tx, stackId: string | null): Promise<string | null> {
  if (stackId === null) return null;
  const now = new Date();
  // The same demo may have been asked for in an application that came to nothing.
  await tx.application.updateMany({
    where: { keepStackId: stackId, status: { in: ["rejected", "lapsed"] } },
    data: { keepStackId: null },
  });
  const stack = await tx.stack.findFirst({
    where: { id: stackId, kind: "demo", purgeConfirmedAt: null, expiresAt: { gt: now }, keptBy: null },
    select: { id: true },
  });
  return stack?.id ?? null;
}
