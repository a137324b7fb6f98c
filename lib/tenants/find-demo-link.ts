import type { Tx } from "../db/client.ts";
import { hashToken } from "../domain/link-token.ts";

export interface DemoLinkView {
  /** Whom it was made for. */
  readonly name: string;
  readonly greeting: string | null;
  readonly usesLeft: number;
}

/** What somebody who opens `/d/<token>` is greeted with; null when the link opens nothing (any more). */
export async function findDemoLink(db: Tx, token: string, now = new Date()): Promise<DemoLinkView | null> {
  const link = await db.demoLink.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!link || link.revokedAt || link.expiresAt <= now) return null;
  return { name: link.name, greeting: link.greeting, usesLeft: Math.max(0, link.maxUses - link.uses) };
}
