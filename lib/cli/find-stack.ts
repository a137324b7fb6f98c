import type { Db } from "../db/client.ts";
import { parseSlug } from "../domain/slug.ts";
import { isMadeAheadName } from "../domain/stack-names.ts";
import { failure } from "../errors.ts";

export interface FoundStack {
  readonly id: string;
  readonly name: string;
  /** The Docker endpoint it runs on. */
  readonly endpoint: string;
}

const select = { id: true, name: true, engine: { select: { endpoint: true } } } as const;

/**
 * A client's current stack by its slug, or any stack by the name it was made ahead under, which nobody's
 * slug can be.
 * @throws slug_invalid, slug_reserved, tenant_unknown, tenant_purged, stack_unknown
 */
export async function findStack(db: Db, text: string): Promise<FoundStack> {
  const { engine, ...stack } = isMadeAheadName(text) ? await findByName(db, text) : await findClients(db, text);
  return { ...stack, endpoint: engine.endpoint };
}

async function findByName(db: Db, name: string) {
  const stack = await db.stack.findUnique({ where: { name }, select });
  if (!stack) throw failure("stack_unknown", { stack: name });
  return stack;
}

async function findClients(db: Db, text: string) {
  const slug = parseSlug(text);
  const tenant = await db.tenant.findUnique({
    where: { slug },
    select: { purgedAt: true, stacks: { where: { isCurrent: true }, select } },
  });
  if (!tenant) throw failure("tenant_unknown", { slug });
  const stack = tenant.stacks[0];
  if (!stack || tenant.purgedAt) throw failure("tenant_purged", { slug });
  return stack;
}
