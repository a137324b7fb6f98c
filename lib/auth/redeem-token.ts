import type { Db } from "../db/client.ts";
import { FreeholdError, failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { admitApplication } from "../tenants/admit-application.ts";
import { actorName } from "./find-session.ts";
import { type NewSession, openSession } from "./open-session.ts";
import { hashToken } from "./token.ts";

/** Purposes whose token opens a session. */
export const signInPurposes = ["enter", "sign_in", "verify_email"] as const;
type SignInPurpose = (typeof signInPurposes)[number];

const proofs: Readonly<Record<SignInPurpose, string>> = {
  enter: "admin link",
  sign_in: "mailed link",
  verify_email: "verification",
};

/**
 * Trades a one-time token for a session. Of any number of simultaneous attempts exactly one wins.
 * A link that came by mail proves the address as well; one that was mailed to verify it sends the
 * application on its way.
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
    const found = await tx.oneTimeToken.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } });
    const { user } = found;
    const purpose = found.purpose as SignInPurpose;
    // Mailed to an address that this account has left since.
    if (found.email !== null && found.email !== user.email) throw failure("link_invalid");
    if (user.emailVerifiedAt === null) {
      await tx.user.update({
        where: { id: user.id },
        // A password that came with a sign-up counts once that very sign-up was confirmed: it may be a stranger's.
        data: { emailVerifiedAt: now, ...(purpose !== "verify_email" && { passwordHash: null }) },
      });
    }
    if (purpose === "verify_email") {
      await admitApplication(tx, user, null, { name: actorName({ user }), ...from }, now).catch((thrown: unknown) => {
        // It stays unverified, and the home page says so; the address is proven all the same.
        if (!(thrown instanceof FreeholdError && thrown.code === "applications_open")) throw thrown;
      });
    }
    return openSession(tx, user, proofs[purpose], from, now);
  });
}
