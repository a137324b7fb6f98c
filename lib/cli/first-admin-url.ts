import { createAdminLink, hasAdmin } from "../auth/create-admin-link.ts";
import type { Db } from "../db/client.ts";
import { portalUrl } from "../platform/programs.ts";
import { cliActor } from "./actor.ts";

/** Where an admin redeems a one-time link. */
export const enterUrl = (port: number, token: string): string => `${portalUrl(port)}/admin/enter?token=${token}`;

/** A one-time link for the first admin, who is made along with it; null when there is an admin already. */
export async function firstAdminUrl(db: Db, port: number): Promise<string | null> {
  if (await hasAdmin(db)) return null;
  const link = await createAdminLink(db, null, cliActor());
  return enterUrl(port, link.token);
}
