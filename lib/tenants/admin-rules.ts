import type { Tx } from "../db/client.ts";
import { failure } from "../errors.ts";

/**
 * Holds the rows of all owners until the transaction ends, so that two of them who demote one another
 * come one after the other, and the second finds out. In the order of their ids: nobody waits in a circle.
 */
export const lockOwners = (tx: Tx): Promise<unknown> =>
  tx.$executeRaw`SELECT 1 FROM users WHERE admin_role = 'owner' ORDER BY id FOR UPDATE`;

/** To be asked with the owners' rows held. @throws last_admin_owner */
export async function requireAnotherAdminOwner(tx: Tx, userId: string): Promise<void> {
  const others = await tx.user.count({ where: { adminRole: "owner", id: { not: userId } } });
  if (others === 0) throw failure("last_admin_owner");
}
