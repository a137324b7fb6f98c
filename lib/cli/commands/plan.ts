import { parseSlug } from "../../domain/slug.ts";
import { printPlan } from "../../reconcile/plan.ts";
import { loadKey } from "../../secrets/key.ts";
import { planTenant } from "../../tenants/plan-tenant.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function plan(context: Context, slugText: string): Promise<undefined> {
  const slug = parseSlug(slugText);
  const key = loadKey(context.home, context.env);
  const planned = await withDatabase(context, (db) => planTenant(db, key, context.home, slug));
  const operations = planned.operations.map(({ id, cause, after }) => ({ id, cause, after }));
  context.out.result({ slug, operations, blocked: planned.blocked }, () => printPlan(planned).split("\n"));
  return undefined;
}
