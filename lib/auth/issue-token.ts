import type { Tx } from "../db/client.ts";
import { hashToken, newToken } from "./token.ts";

const minute = 60_000;

/** What a mailed link is for, and for how long. Milliseconds. */
const lifetimeMs = {
  sign_in: 30 * minute,
  reset_password: 60 * minute,
  change_email: 24 * 60 * minute,
} as const;

/**
 * A one-time token for a mailed link. Earlier ones for the same end stop working, so that the newest mail counts.
 * @param email the address it is mailed to; the token is worth nothing once the account has another
 */
export async function issueToken(
  tx: Tx,
  userId: string,
  purpose: keyof typeof lifetimeMs,
  email: string,
  now: Date,
): Promise<string> {
  await tx.oneTimeToken.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: now } });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimeMs[purpose]);
  await tx.oneTimeToken.create({ data: { tokenHash: hashToken(token), purpose, userId, email, expiresAt } });
  return token;
}
