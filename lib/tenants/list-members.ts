import type { Tx } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: TenantRole;
  readonly since: Date;
}

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: TenantRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Who belongs to a tenant, owners first, and who was invited and has not answered, the newest first. */
export async function listMembers(
  db: Tx,
  tenantId: string,
  now = new Date(),
): Promise<{ members: Member[]; invitations: OpenInvitation[] }> {
  const [memberships, invitations] = await Promise.all([
    db.membership.findMany({
      where: { tenantId },
      orderBy: [{ role: "asc" }, { createdAt: "asc" }],
      select: { role: true, createdAt: true, user: { select: { id: true, email: true, name: true } } },
    }),
    db.invitation.findMany({
      where: { tenantId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      select: { id: true, email: true, tenantRole: true, createdAt: true, expiresAt: true },
    }),
  ]);
  return {
    members: memberships.map(({ role, createdAt, user }) => ({
      userId: user.id,
      email: user.email,
      name: user.name,
      role,
      since: createdAt,
    })),
    invitations: invitations.map(({ tenantRole, ...invitation }) => ({ ...invitation, role: tenantRole ?? "viewer" })),
  };
}
