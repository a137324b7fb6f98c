import { printPlan } from "../../reconcile/plan.ts";
import { loadKey } from "../../secrets/key.ts";
import { planStack } from "../../tenants/plan-stack.ts";
import type { Context } from "../context.ts";
import { findStack } from "../find-stack.ts";
import { withDatabase } from "../installation.ts";

export async function plan(context: Context, slug: string): Promise<undefined> {
  const key = loadKey(context.home, context.env);
  const planned = await withDatabase(context, async (db) => {
    const { name } = await findStack(db, slug);
    return planStack(db, key, context.home, name);
  });
  const operations = planned.operations.map(({ id, cause, after }) => ({ id, cause, after }));
  context.out.result({ slug, operations, blocked: planned.blocked }, () => printPlan(planned).split("\n"));
  return undefined;
}
