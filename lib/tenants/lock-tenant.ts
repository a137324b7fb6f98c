import type { Prisma, Tx } from "../db/client.ts";
import { failure } from "../errors.ts";

/** The tenant's row, held until the transaction ends, so that what is decided about it stays true. @throws tenant_unknown */
export async function lockTenant(tx: Tx, slug: string): Promise<Prisma.TenantModel> {
  await tx.$executeRaw`SELECT 1 FROM tenants WHERE slug = ${slug} FOR UPDATE`;
  const tenant = await tx.tenant.findUnique({ where: { slug, purgedAt: null } });
  if (tenant === null) throw failure("tenant_unknown", { slug });
  return tenant;
}
