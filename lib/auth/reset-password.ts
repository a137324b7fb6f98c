import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { hashPassword } from "./password.ts";
import { setPassword } from "./set-password.ts";
import { hashToken } from "./token.ts";

/**
 * Sets a new password for whoever holds a mailed link, and signs them out everywhere. The link proves the address as well.
 * @throws link_invalid
 */
export async function resetPassword(
  db: Db,
  { token, password, origin }: { readonly token: string; readonly password: string; readonly origin: string },
  from: RequestSource,
  now = new Date(),
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const tokenHash = hashToken(token);
  await db.$transaction(async (tx) => {
    const won = await tx.oneTimeToken.updateMany({
      where: { tokenHash, purpose: "reset_password", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (won.count !== 1) throw failure("link_invalid");
    const { user, email } = await tx.oneTimeToken.findUniqueOrThrow({ where: { tokenHash }, include: { user: true } });
    if (email !== user.email) throw failure("link_invalid");
    if (user.emailVerifiedAt === null) await tx.user.update({ where: { id: user.id }, data: { emailVerifiedAt: now } });
    await setPassword(tx, { user, passwordHash, keepSessionId: null, how: "reset", origin }, from, now);
  });
}
