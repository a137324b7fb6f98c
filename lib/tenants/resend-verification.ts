import type { Db } from "../db/client.ts";
import type { Places } from "./start-application.ts";
import { mailVerification } from "./submit-application.ts";

/**
 * Mails the confirming link of somebody's application once more, when there is one to confirm; says
 * nothing about it. The application lapses when it would have.
 * @param email lower case
 */
export async function resendVerification(db: Db, email: string, places: Places, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const application = await tx.application.findFirst({
      where: { user: { email }, status: "unverified" },
      include: { region: true, user: true },
    });
    if (application === null) return;
    const { user } = application;
    const isKnown = user.emailVerifiedAt !== null || user.adminRole !== null;
    await mailVerification(tx, application, { id: user.id, email, isKnown }, places, now);
  });
}
