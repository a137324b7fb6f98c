import type { TenantPermission } from "../domain/permissions.ts";
import { portalDb } from "../portal/database.ts";
import { findSession } from "./find-session.ts";
import { accessTenant, type TenantContext } from "./with-tenant.ts";

/**
 * Whether somebody who opened a stream may still see it: signed in, a member, not suspended. Read
 * anew each time, as a stream outlives the request that was let in.
 */
export async function stillMay({ session, slug }: TenantContext, permission: TenantPermission): Promise<boolean> {
  const now = await findSession(portalDb(), session.id);
  return now !== null && ((await accessTenant(now, slug))?.may(permission) ?? false);
}
