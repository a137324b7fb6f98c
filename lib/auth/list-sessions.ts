import type { Tx } from "../db/client.ts";
import { deviceWords } from "../domain/device-words.ts";
import type { PersonSession } from "./find-session.ts";

export interface OwnSession {
  readonly id: string;
  readonly isThis: boolean;
  /** `Firefox on Linux`. */
  readonly device: string;
  /** The address it was opened from. */
  readonly place: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Where somebody is signed in: here first, then the latest. */
export async function listSessions(db: Tx, { id, user }: PersonSession, now = new Date()): Promise<OwnSession[]> {
  const sessions = await db.session.findMany({
    where: { userId: user.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
  });
  return sessions
    .map((session) => ({
      id: session.id,
      isThis: session.id === id,
      device: deviceWords(session.userAgent),
      place: session.address,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
