import type { Tx } from "../db/client.ts";
import { hashToken } from "./token.ts";

export interface Verification {
  readonly companyName: string;
  readonly slug: string;
  readonly email: string;
}

/** What a mailed link confirms, without using it up; null when it confirms nothing (any more). */
export async function readVerification(db: Tx, token: string, now = new Date()): Promise<Verification | null> {
  const found = await db.oneTimeToken.findFirst({
    where: { tokenHash: hashToken(token), purpose: "verify_email", usedAt: null, expiresAt: { gt: now } },
    select: {
      user: {
        select: {
          email: true,
          applications: { where: { status: "unverified" }, select: { companyName: true, slug: true }, take: 1 },
        },
      },
    },
  });
  const application = found?.user.applications[0];
  return found && application ? { ...application, email: found.user.email } : null;
}
