import { createAdminLink } from "../../auth/create-admin-link.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { enterUrl } from "../first-admin-url.ts";
import { requireSettings, withDatabase } from "../installation.ts";

export async function adminLink(context: Context, email: string | undefined): Promise<undefined> {
  const { port } = requireSettings(context.home);
  const link = await withDatabase(context, (db) => createAdminLink(db, email ?? null, cliActor()));
  const url = enterUrl(port, link.token);
  context.out.result({ email: link.email, adminUrl: url, expiresAt: link.expiresAt, isNew: link.isFirstAdmin }, () => [
    url,
    `Signs ${link.email} in once, until ${link.expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
  ]);
  return undefined;
}
