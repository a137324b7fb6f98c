import type { Tx } from "../db/client.ts";
import type { AdminRole } from "../domain/permissions.ts";

/** Somebody who is signed in. */
export interface PersonSession {
  readonly id: string;
  readonly expiresAt: Date;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string | null;
    readonly adminRole: AdminRole | null;
    readonly emailVerifiedAt: Date | null;
  };
  /** The tenant that an admin looks at as its client does, or null. */
  readonly viewing: { readonly tenantId: string; readonly reason: string; readonly until: Date } | null;
}

/** Somebody who is signed in and runs the fleet. */
export type AdminSession = PersonSession & { readonly user: { readonly adminRole: AdminRole } };

/** How exactly it is noted when a session was last used. Milliseconds. */
const seenEveryMs = 5 * 60_000;

/** The session, if it is neither revoked nor expired. */
export async function findSession(db: Tx, id: string, now = new Date()): Promise<PersonSession | null> {
  const found = await db.session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: now } },
    select: {
      id: true,
      expiresAt: true,
      viewingTenantId: true,
      viewingReason: true,
      viewingUntil: true,
      lastSeenAt: true,
      user: { select: { id: true, email: true, name: true, adminRole: true, emailVerifiedAt: true } },
    },
  });
  if (found === null) return null;
  const { viewingTenantId, viewingReason, viewingUntil, lastSeenAt, ...session } = found;
  if (now.getTime() - lastSeenAt.getTime() > seenEveryMs)
    await db.session.updateMany({ where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } });
  const isViewing = viewingTenantId !== null && viewingUntil !== null && viewingUntil > now;
  return {
    ...session,
    viewing:
      isViewing && session.user.adminRole !== null
        ? { tenantId: viewingTenantId, reason: viewingReason ?? "", until: viewingUntil }
        : null,
  };
}

export const isAdmin = (session: PersonSession): session is AdminSession => session.user.adminRole !== null;

/** As whom the audit trail knows this person. */
export const actorName = ({
  user,
}: {
  readonly user: { readonly adminRole: AdminRole | null; readonly email: string };
}): string => `${user.adminRole === null ? "client" : "admin"}:${user.email}`;
