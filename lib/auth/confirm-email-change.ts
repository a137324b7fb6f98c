import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma } from "../db/client.ts";
import { failure } from "../errors.ts";
import { emailChangedMail } from "../mail/application-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { actorName, type PersonSession } from "./find-session.ts";
import { hashToken } from "./token.ts";

/**
 * Moves an account to the address a link was mailed to, and tells the old one. Only whoever asked for
 * it can, while signed in.
 * @throws link_invalid
 */
export async function confirmEmailChange(
  db: Db,
  session: PersonSession,
  { token, origin }: { readonly token: string; readonly origin: string },
  from: RequestSource,
  now = new Date(),
): Promise<void> {
  const tokenHash = hashToken(token);
  const { user } = session;
  const move = db.$transaction(async (tx) => {
    const won = await tx.oneTimeToken.updateMany({
      where: { tokenHash, purpose: "change_email", userId: user.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    const { email } = (await tx.oneTimeToken.findUnique({ where: { tokenHash }, select: { email: true } })) ?? {};
    if (won.count !== 1 || !email) throw failure("link_invalid");
    await tx.user.update({ where: { id: user.id }, data: { email, emailVerifiedAt: now } });
    // What was mailed to the old address opens nothing any more.
    await tx.oneTimeToken.updateMany({ where: { userId: user.id, usedAt: null }, data: { usedAt: now } });
    const name = actorName(session);
    await appendAudit(tx, {
      actor: name,
      action: "email.changed",
      subject: name,
      origin: from.origin,
      requestId: from.requestId,
      details: { email },
    });
    await queueMail(tx, user.email, "email-changed", emailChangedMail({ email, url: `${origin}/sign-in` }));
  });
  await move.catch((error: unknown) => {
    // Somebody has signed up with it since.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw failure("link_invalid");
    throw error;
  });
}
