import type { Tx } from "../db/client.ts";

export interface AdminSession {
  readonly id: string;
  readonly expiresAt: Date;
  readonly admin: { readonly id: string; readonly email: string; readonly name: string | null; readonly role: string };
}

/** The session, if it is neither revoked nor expired. */
export async function findSession(db: Tx, id: string, now = new Date()): Promise<AdminSession | null> {
  return db.session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, expiresAt: true, admin: { select: { id: true, email: true, name: true, role: true } } },
  });
}
