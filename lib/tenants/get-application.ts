import type { Tx } from "../db/client.ts";

export interface OwnApplication {
  readonly id: string;
  readonly companyName: string;
  readonly slug: string;
  readonly status: "unverified" | "pending" | "approved" | "rejected" | "lapsed";
  readonly createdAt: Date;
  /** Why it was rejected. */
  readonly decisionReason: string | null;
  /** When its carrying out begins. */
  readonly startAfter: Date | null;
  /** Whether starting it did not work yet; what went wrong is for admins. */
  readonly isDelayed: boolean;
  /** Where its site will be, or is. */
  readonly baseDomain: string;
  /** Set once it became a tenant. */
  readonly tenantSlug: string | null;
}

/** Somebody's own application; null when there is none of that id, or it is another's. */
export async function getApplication(db: Tx, id: string, userId: string): Promise<OwnApplication | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const found = await db.application.findFirst({
    where: { id, userId },
    include: { region: { select: { baseDomain: true } }, tenant: { select: { slug: true, purgedAt: true } } },
  });
  if (found === null) return null;
  const { companyName, slug, status, createdAt, decisionReason, startAfter, startError, region, tenant } = found;
  const shown = statusForApplicant({ status, startAfter });
  return {
    id: found.id,
    companyName,
    slug,
    status: shown,
    createdAt,
    decisionReason: shown === "rejected" ? decisionReason : null,
    startAfter,
    isDelayed: startError !== null,
    baseDomain: region.baseDomain,
    tenantSlug: tenant && tenant.purgedAt === null ? tenant.slug : null,
  };
}

/** A decision that may still be taken back is nothing to tell anybody. */
export function statusForApplicant(
  { status, startAfter }: Pick<OwnApplication, "status" | "startAfter">,
  now = new Date(),
): OwnApplication["status"] {
  const isDecided = status === "approved" || status === "rejected";
  return isDecided && startAfter !== null && startAfter > now ? "pending" : status;
}
