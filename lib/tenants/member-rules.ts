import type { Tx } from "../db/client.ts";
import type { TenantRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";

/** Who is not an owner makes no owners and touches none. @throws forbidden */
export function requireOwnerFor(role: TenantRole, actorRole: TenantRole): void {
  if (role === "owner" && actorRole !== "owner") throw failure("forbidden");
}

/** To be asked with the tenant's row held. @throws last_owner */
export async function requireAnotherOwner(tx: Tx, tenantId: string, userId: string): Promise<void> {
  const others = await tx.membership.count({ where: { tenantId, role: "owner", userId: { not: userId } } });
  if (others === 0) throw failure("last_owner");
}
