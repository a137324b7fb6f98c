import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { parseEmail } from "../domain/tenant-name.ts";
import { failure } from "../errors.ts";
import type { Actor } from "../tenants/actor.ts";
import { hashToken, newToken } from "./token.ts";

/** A link that nobody used stops working after this time. */
export const linkLifetimeMs = 24 * 60 * 60 * 1000;

/** Who the first admin is when nobody gave an address. */
const firstAdminEmail = "owner@localhost";

/** Any constant that no other lock uses. */
const firstAdminLock = 4_170_313;

export interface AdminLink {
  /** Shown once; only its hash is kept. It belongs into `/admin/enter?token=…`. */
  readonly token: string;
  readonly email: string;
  readonly expiresAt: Date;
  /** Whether the admin was made along with it. */
  readonly isFirstAdmin: boolean;
}

/**
 * Makes a one-time sign-in link for an admin, and the first admin (role `owner`) when there is none.
 * @param address whose link; null means the longest-standing owner
 * @throws email_invalid, admin_unknown
 */
export async function createAdminLink(
  db: Db,
  address: string | null,
  actor: Actor,
  now = new Date(),
): Promise<AdminLink> {
  const email = address === null ? null : parseEmail(address).toLowerCase();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkLifetimeMs);
  return db.$transaction(async (tx) => {
    const { admin, isFirstAdmin } = await findOrMakeAdmin(tx, email);
    await tx.oneTimeToken.create({
      data: { tokenHash: hashToken(token), purpose: "enter", userId: admin.id, expiresAt },
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: isFirstAdmin ? "admin.created" : "link.issued",
      subject: `admin:${admin.email}`,
      details: { expiresAt: expiresAt.toISOString() },
    });
    return { token, email: admin.email, expiresAt, isFirstAdmin };
  });
}

async function findOrMakeAdmin(
  tx: Tx,
  email: string | null,
): Promise<{ admin: { id: string; email: string }; isFirstAdmin: boolean }> {
  // Two first links at once must not make two owners.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${firstAdminLock})`;
  const found = await tx.user.findFirst({
    where: email === null ? { adminRole: "owner" } : { email, adminRole: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  if (found) return { admin: found, isFirstAdmin: false };
  if (await hasAdmin(tx)) throw failure("admin_unknown", { email: email ?? "owner" });
  const address = email ?? firstAdminEmail;
  const made = await tx.user.upsert({
    where: { email: address },
    create: { email: address, adminRole: "owner" },
    update: { adminRole: "owner" },
  });
  return { admin: made, isFirstAdmin: true };
}

/** Whether anybody runs the fleet yet. */
export const hasAdmin = async (db: Tx): Promise<boolean> =>
  (await db.user.count({ where: { adminRole: { not: null } } })) > 0;
