import type { Prisma, Tx } from "../db/client.ts";
import type { Slug } from "../domain/slug.ts";
import { failure } from "../errors.ts";
import { readSetting } from "./read-setting.ts";

/** Applications that hold their address. */
export const holding: Prisma.EnumApplicationStatusFilter<"Application"> = { in: ["unverified", "pending", "approved"] };

/**
 * Claims an address within the caller's transaction: nobody else can take it until that ends. Held
 * by a tenant, for ever, or by an application until it is decided; which of them is not said.
 * @param reservedToo whether what admins reserved is refused; they may use it themselves
 * @throws slug_reserved, slug_taken
 */
export async function requireFreeSlug(tx: Tx, slug: Slug, { reservedToo }: { reservedToo: boolean }): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slug ${slug}`}, 0))`;
  if (reservedToo && (await readSetting(tx, "reservedSlugs")).includes(slug)) throw failure("slug_reserved", { slug });
  const tenant = await tx.tenant.findUnique({ where: { slug }, select: { id: true } });
  const application = await tx.application.findFirst({ where: { slug, status: holding }, select: { id: true } });
  if (tenant || application) throw failure("slug_taken", { slug });
}
