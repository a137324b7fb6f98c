import { parseSlug } from "../../domain/slug.ts";
import { resumeTenant } from "../../tenants/resume-tenant.ts";
import { cliActor } from "../actor.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function resume(context: Context, text: string): Promise<undefined> {
  const slug = parseSlug(text);
  await withDatabase(context, (db) => resumeTenant(db, slug, cliActor()));
  context.out.result({ slug, status: "running" }, () => [
    `“${slug}” is wanted running again; see ./freehold status ${slug}.`,
  ]);
  return undefined;
}
