import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import { hashToken } from "./token.ts";

/** How long an admin stays signed in. */
export const sessionLifetimeMs = 7 * 24 * 60 * 60 * 1000;

export interface NewSession {
  readonly sessionId: string;
  readonly adminId: string;
  readonly email: string;
  readonly expiresAt: Date;
}

/**
 * Trades a one-time link for a session. Of any number of simultaneous attempts exactly one wins.
 * @throws link_invalid when unknown, expired or used
 */
export async function redeemAdminLink(
  db: Db,
  token: string,
  from: { readonly origin: string; readonly requestId: string },
  now = new Date(),
): Promise<NewSession> {
  const tokenHash = hashToken(token);
  return db.$transaction(async (tx) => {
    const won = await tx.adminLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (won.count !== 1) throw failure("link_invalid");
    const { admin } = await tx.adminLink.findUniqueOrThrow({ where: { tokenHash }, include: { admin: true } });
    const session = await tx.session.create({
      data: { adminId: admin.id, expiresAt: new Date(now.getTime() + sessionLifetimeMs) },
    });
    await appendAudit(tx, {
      actor: `admin:${admin.email}`,
      action: "session.opened",
      subject: `admin:${admin.email}`,
      origin: from.origin,
      requestId: from.requestId,
      details: { session: session.id, expiresAt: session.expiresAt.toISOString() },
    });
    return { sessionId: session.id, adminId: admin.id, email: admin.email, expiresAt: session.expiresAt };
  });
}
