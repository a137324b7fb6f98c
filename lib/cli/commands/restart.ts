import { parseSlug } from "../../domain/slug.ts";
import { restartTenant } from "../../tenants/restart-tenant.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function restart(context: Context, text: string, { service }: { service?: string }): Promise<undefined> {
  const slug = parseSlug(text);
  await withDatabase(context, (db) => restartTenant(db, slug, service ?? null, cliActor()));
  context.out.result({ slug, service: service ?? null }, () => [
    `${service ? `Service ${service}` : "Every service"} of “${slug}” is being started anew; see ./freehold status ${slug}.`,
  ]);
  return undefined;
}
