import { appendAudit } from "../db/append-audit.ts";
import type { Tx } from "../db/client.ts";
import type { RequestSource } from "../portal/request-source.ts";

/** How long somebody stays signed in. */
export const sessionLifetimeMs = 7 * 24 * 60 * 60 * 1000;

export interface NewSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly email: string;
  readonly expiresAt: Date;
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly adminRole: string | null;
}

/**
 * Opens a session inside the transaction that proved who is there.
 * @param how the proof, for the audit trail: `link`, `password` …
 */
export async function openSession(
  tx: Tx,
  user: Person,
  how: string,
  from: RequestSource,
  now = new Date(),
): Promise<NewSession> {
  const session = await tx.session.create({
    data: {
      userId: user.id,
      expiresAt: new Date(now.getTime() + sessionLifetimeMs),
      address: from.address ?? null,
      userAgent: from.userAgent ?? null,
    },
  });
  const name = `${user.adminRole === null ? "client" : "admin"}:${user.email}`;
  await appendAudit(tx, {
    actor: name,
    action: "session.opened",
    subject: name,
    origin: from.origin,
    requestId: from.requestId,
    details: { session: session.id, how, expiresAt: session.expiresAt.toISOString() },
  });
  return { sessionId: session.id, userId: user.id, email: user.email, expiresAt: session.expiresAt };
}
