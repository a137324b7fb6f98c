import type { Tx } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import type { TenantStatus } from "../domain/status.ts";
import { fleetInclude, toFleetRow } from "./fleet-row.ts";
import { statusForApplicant } from "./get-application.ts";

export interface HomeTenant {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly status: TenantStatus;
  readonly role: TenantRole;
}

export interface HomeApplication {
  readonly id: string;
  readonly companyName: string;
  readonly slug: string;
  readonly status: "unverified" | "pending" | "approved" | "rejected" | "lapsed";
  readonly createdAt: Date;
}

/** As many as a page shows; who has more has them in the queue of others. */
const applicationsShown = 20;

/**
 * What somebody has here: tenants they belong to, and applications that have not become one.
 * @param port the edge's port, part of each site's URL
 */
export async function listHome(
  db: Tx,
  userId: string,
  port: number,
  now = new Date(),
): Promise<{ tenants: HomeTenant[]; applications: HomeApplication[] }> {
  const [memberships, applications] = await Promise.all([
    db.membership.findMany({
      where: { userId, tenant: { purgedAt: null } },
      include: { tenant: { include: fleetInclude } },
      orderBy: { createdAt: "asc" },
    }),
    db.application.findMany({
      where: { userId, tenantId: null, status: { not: "lapsed" } },
      select: { id: true, companyName: true, slug: true, status: true, createdAt: true, startAfter: true },
      orderBy: { createdAt: "desc" },
      take: applicationsShown,
    }),
  ]);
  return {
    tenants: memberships.map(({ tenant, role }) => {
      const { slug, name, url, status } = toFleetRow(tenant, port, now);
      return { slug, name, url, status, role };
    }),
    applications: applications.map(({ startAfter, ...application }) => ({
      ...application,
      status: statusForApplicant({ ...application, startAfter }, now),
    })),
  };
}
