import type { Db, Tx } from "../db/client.ts";
import { hashToken, newToken } from "../domain/link-token.ts";
import { accountExistsMail, verifyEmailMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { Actor } from "./actor.ts";
import { type ApplicationWish, createApplication } from "./create-application.ts";
import { mailFacts, type Places } from "./start-application.ts";

/** An address that is not confirmed in this time is given up, and the account with it. Milliseconds. */
export const verifyWithinMs = 24 * 60 * 60 * 1000;

export interface SignUp extends ApplicationWish {
  /** The person's own. */
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  /** In PHC form. */
  readonly passwordHash: string;
}

/**
 * A stranger's application: account, application, audit event and mail in one transaction. Where the
 * address has an account already the same happens, except that its name and password stay and the
 * mail says so: whoever asks cannot tell one from the other.
 * @param places where the links of mails lead
 * @throws slug_invalid, slug_reserved, slug_taken, name_invalid, region_unknown, applications_full
 */
export async function submitApplication(
  db: Db,
  signUp: SignUp,
  places: Places,
  actor: Actor,
  now = new Date(),
): Promise<{ readonly applicationId: string }> {
  return db.$transaction(async (tx) => {
    const user = await findOrMakeUser(tx, signUp);
    const application = await createApplication(tx, user.id, signUp, actor);
    await mailVerification(tx, application, user, places, now);
    return { applicationId: application.id };
  });
}

interface Applicant {
  readonly id: string;
  readonly email: string;
  readonly isKnown: boolean;
}

/** An account that nobody confirmed yet is whoever signed up last; links of earlier sign-ups are void from then on. */
async function findOrMakeUser(tx: Tx, { email, name, passwordHash }: SignUp): Promise<Applicant> {
  // Two sign-ups with one address at once make one account.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`email ${email}`}, 0))`;
  const found = await tx.user.findUnique({ where: { email } });
  if (found === null) {
    const { id } = await tx.user.create({ data: { email, name, passwordHash }, select: { id: true } });
    return { id, email, isKnown: false };
  }
  const isKnown = found.emailVerifiedAt !== null || found.adminRole !== null;
  if (!isKnown) await tx.user.update({ where: { id: found.id }, data: { name, passwordHash } });
  return { id: found.id, email, isKnown };
}

/** Mails the link that confirms; of several only the newest works. */
export async function mailVerification(
  tx: Tx,
  application: Parameters<typeof mailFacts>[0],
  { id, email, isKnown }: Applicant,
  places: Places,
  now: Date,
): Promise<void> {
  await tx.oneTimeToken.updateMany({
    where: { userId: id, purpose: "verify_email", usedAt: null },
    data: { usedAt: now },
  });
  const token = newToken();
  await tx.oneTimeToken.create({
    data: {
      tokenHash: hashToken(token),
      purpose: "verify_email",
      userId: id,
      email,
      expiresAt: new Date(now.getTime() + verifyWithinMs),
    },
  });
  const about = { ...mailFacts(application, places), url: `${places.portalUrl}/verify?token=${token}` };
  await (isKnown
    ? queueMail(tx, email, "account-exists", accountExistsMail(about))
    : queueMail(tx, email, "verify-email", verifyEmailMail(about)));
}
