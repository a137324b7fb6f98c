import type { Db } from "../db/client.ts";
import type { Slug } from "../domain/slug.ts";
import { failure } from "../errors.ts";

export interface FoundStack {
  readonly id: string;
  readonly name: string;
  /** The Docker endpoint it runs on. */
  readonly endpoint: string;
}

/** A client's current stack. @throws tenant_unknown, tenant_purged */
export async function findStack(db: Db, slug: Slug): Promise<FoundStack> {
  const tenant = await db.tenant.findUnique({
    where: { slug },
    select: {
      purgedAt: true,
      stacks: { where: { isCurrent: true }, select: { id: true, name: true, engine: { select: { endpoint: true } } } },
    },
  });
  if (!tenant) throw failure("tenant_unknown", { slug });
  const stack = tenant.stacks[0];
  if (!stack || tenant.purgedAt) throw failure("tenant_purged", { slug });
  return { id: stack.id, name: stack.name, endpoint: stack.engine.endpoint };
}
