import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";
import { resumeTenant } from "./resume-tenant.ts";

/**
 * Takes a closing back while the data is still there.
 * @returns the tenant with its stack, or null when there is none of that slug that was closed
 */
export async function reopenTenant(
  db: Db,
  slug: string,
  actor: Actor,
): Promise<{ stackId: string; slug: string; name: string } | null> {
  const tenant = await db.tenant.findUnique({
    where: { slug },
    include: { stacks: { where: { isCurrent: true }, select: { id: true } } },
  });
  const stackId = tenant?.stacks[0]?.id;
  if (!tenant || !stackId || tenant.intent !== "closed" || tenant.purgeConfirmedAt !== null) return null;
  await resumeTenant(db, slug, actor);
  return { stackId, slug: tenant.slug, name: tenant.name };
}
