import type { Prisma, Tx } from "../db/client.ts";
import type { Slug } from "../domain/slug.ts";
import { failure } from "../errors.ts";
import { claimSlug } from "./claim-slug.ts";
import { readSetting } from "./read-setting.ts";

/** Applications that hold their address. */
export const holding: Prisma.EnumApplicationStatusFilter<"Application"> = { in: ["unverified", "pending", "approved"] };

/**
 * Claims an address for somebody who applies for it, within the caller's transaction.
 * @throws slug_reserved for what admins keep to themselves, slug_taken
 */
export async function requireFreeSlug(tx: Tx, slug: Slug): Promise<void> {
  if ((await readSetting(tx, "reservedSlugs")).includes(slug)) throw failure("slug_reserved", { slug });
  await claimSlug(tx, slug);
}
