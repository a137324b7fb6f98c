import type { Tx } from "../db/client.ts";
import type { AdminRole } from "../domain/permissions.ts";

export interface Admin {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: AdminRole;
  readonly since: Date;
  /** When a session of theirs last asked for something; null without one. */
  readonly lastSeenAt: Date | null;
}

export interface AdminInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: AdminRole;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Who runs the fleet, owners first, and who was invited to and has not answered, the newest first. */
export async function listAdmins(
  db: Tx,
  now = new Date(),
): Promise<{ admins: Admin[]; invitations: AdminInvitation[] }> {
  const [users, invitations] = await Promise.all([
    db.user.findMany({
      where: { adminRole: { not: null } },
      orderBy: [{ adminRole: "asc" }, { email: "asc" }],
      select: {
        id: true,
        email: true,
        name: true,
        adminRole: true,
        createdAt: true,
        sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
      },
    }),
    db.invitation.findMany({
      where: { adminRole: { not: null }, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      select: { id: true, email: true, adminRole: true, invitedBy: true, createdAt: true, expiresAt: true },
    }),
  ]);
  return {
    admins: users.map(({ adminRole, createdAt, sessions, ...user }) => ({
      ...user,
      role: adminRole ?? "auditor",
      since: createdAt,
      lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    })),
    invitations: invitations.map(({ adminRole, ...invitation }) => ({ ...invitation, role: adminRole ?? "auditor" })),
  };
}
