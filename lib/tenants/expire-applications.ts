import type { Db } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { verifyWithinMs } from "./submit-application.ts";

/** What came to nothing is kept for admins to look at, and then forgotten. Milliseconds. */
const forgetAfterMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Gives up applications whose address nobody confirmed in time, which frees what they held, and
 * forgets, later, what strangers wrote: applications that were never verified and accounts that
 * nobody ever proved to be theirs. Used and expired links go as well.
 * @returns how many were given up
 */
export async function expireApplications(db: Db, now = new Date()): Promise<number> {
  const late = new Date(now.getTime() - verifyWithinMs);
  const old = new Date(now.getTime() - forgetAfterMs);
  return db.$transaction(async (tx) => {
    const given = await tx.application.updateManyAndReturn({
      where: { status: "unverified", createdAt: { lt: late } },
      data: { status: "lapsed" },
      select: { id: true },
    });
    for (const { id } of given) await announceChange(tx, id);
    await tx.application.deleteMany({ where: { status: "lapsed", verifiedAt: null, createdAt: { lt: old } } });
    await tx.oneTimeToken.deleteMany({ where: { expiresAt: { lt: old } } });
    await tx.user.deleteMany({
      where: {
        emailVerifiedAt: null,
        adminRole: null,
        createdAt: { lt: late },
        applications: { none: {} },
        memberships: { none: {} },
        sessions: { none: {} },
      },
    });
    return given.length;
  });
}
