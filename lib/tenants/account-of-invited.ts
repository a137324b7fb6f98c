import type { Tx } from "../db/client.ts";
import { failure } from "../errors.ts";

/** Who accepts an invitation: somebody signed in, or somebody new whose link proves the address. */
export type Accepter =
  | { readonly kind: "signed-in"; readonly userId: string; readonly email: string }
  | { readonly kind: "new"; readonly name: string; readonly passwordHash: string };

/**
 * The account that an invitation's address has or gets, inside the transaction that accepts it. One
 * that is there already is never given another password: its owner signs in first.
 * @throws invitation_for_other, sign_in_required
 */
export async function accountOfInvited(tx: Tx, email: string, accepter: Accepter, now: Date): Promise<string> {
  if (accepter.kind === "signed-in") {
    if (accepter.email !== email) throw failure("invitation_for_other");
    return accepter.userId;
  }
  const known = await tx.user.findUnique({ where: { email }, select: { emailVerifiedAt: true } });
  if (known?.emailVerifiedAt) throw failure("sign_in_required");
  const { name, passwordHash } = accepter;
  // Somebody may have signed up with this address and never proven it: the link just did, for whoever holds it now.
  const data = { name, passwordHash, emailVerifiedAt: now };
  const user = await tx.user.upsert({ where: { email }, create: { email, ...data }, update: data });
  return user.id;
}
