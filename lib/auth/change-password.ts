import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import type { PersonSession } from "./find-session.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { setPassword } from "./set-password.ts";

/**
 * Replaces somebody's password; they stay signed in here and nowhere else.
 * @throws password_wrong also when there is none yet: those set their first one by a mailed link
 */
export async function changePassword(
  db: Db,
  session: PersonSession,
  { present, password, origin }: { readonly present: string; readonly password: string; readonly origin: string },
  from: RequestSource,
  now = new Date(),
): Promise<void> {
  const stored = await storedPassword(db, session);
  if (!(await verifyPassword(present, stored))) throw failure("password_wrong");
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ password_hash: string | null }[]>`
      SELECT password_hash FROM users WHERE id = ${session.user.id}::uuid FOR UPDATE`;
    if (held?.password_hash !== stored) throw failure("password_wrong");
    await setPassword(
      tx,
      { user: session.user, passwordHash, keepSessionId: session.id, how: "change", origin },
      from,
      now,
    );
  });
}

export async function storedPassword(db: Db, session: PersonSession): Promise<string | null> {
  const user = await db.user.findUnique({ where: { id: session.user.id }, select: { passwordHash: true } });
  return user?.passwordHash ?? null;
}
