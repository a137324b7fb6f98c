import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";
import type { Plan } from "../reconcile/plan.ts";
import type { MasterKey } from "../secrets/key.ts";
import { planStack } from "./plan-stack.ts";

/** The plan of the stack that a tenant has now. @throws tenant_unknown, not_up */
export async function planTenant(db: Db, key: MasterKey, home: Home, slug: string): Promise<Plan> {
  const current = await db.stack.findFirst({ where: { tenant: { slug }, isCurrent: true }, select: { name: true } });
  if (!current) throw failure("tenant_unknown", { slug });
  return planStack(db, key, home, current.name);
}
