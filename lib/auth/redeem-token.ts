import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { type NewSession, openSession } from "./open-session.ts";
import { hashToken } from "./token.ts";

/** Purposes whose token opens a session. */
type SignInPurpose = "enter" | "sign_in";

/**
 * Trades a one-time token for a session. Of any number of simultaneous attempts exactly one wins.
 * A link that came by mail proves the address as well.
 * @throws link_invalid when unknown, expired, used, or meant for something else
 */
export async function redeemSignInToken(
  db: Db,
  token: string,
  purposes: readonly SignInPurpose[],
  from: RequestSource,
  now = new Date(),
): Promise<NewSession> {
  const tokenHash = hashToken(token);
  return db.$transaction(async (tx) => {
    const won = await tx.oneTimeToken.updateMany({
      where: { tokenHash, purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (won.count !== 1) throw failure("link_invalid");
    const { user, purpose } = await tx.oneTimeToken.findUniqueOrThrow({
      where: { tokenHash },
      include: { user: true },
    });
    if (user.emailVerifiedAt === null) await tx.user.update({ where: { id: user.id }, data: { emailVerifiedAt: now } });
    return openSession(tx, user, purpose === "enter" ? "admin link" : "mailed link", from, now);
  });
}
