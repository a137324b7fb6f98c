import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import { type NewSession, openSession } from "./open-session.ts";
import { verifyPassword } from "./password.ts";

/**
 * Opens a session for the right password. Wrong ones, unknown addresses and addresses that were
 * never proven are refused alike, in the same time.
 * @param email lower case
 * @throws sign_in_refused
 */
export async function signInWithPassword(
  db: Db,
  { email, password }: { readonly email: string; readonly password: string },
  from: RequestSource,
  now = new Date(),
): Promise<NewSession> {
  const user = await db.user.findUnique({ where: { email } });
  // Whoever signs up with somebody else's address must not get in before its owner confirmed it.
  const stored = user?.emailVerifiedAt ? user.passwordHash : null;
  if (!(await verifyPassword(password, stored)) || user === null) throw failure("sign_in_refused");
  return db.$transaction(async (tx) => {
    // Hashing takes its time; a password that was replaced meanwhile is the wrong one.
    const [held] = await tx.$queryRaw<{ password_hash: string | null }[]>`
      SELECT password_hash FROM users WHERE id = ${user.id}::uuid FOR UPDATE`;
    if (held?.password_hash !== stored) throw failure("sign_in_refused");
    return openSession(tx, user, "password", from, now);
  });
}
