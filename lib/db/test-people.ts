import type { TenantRole } from "../domain/permissions.ts";
import type { Db } from "./client.ts";

/** For tests: somebody whose address is proven. @returns their id */
export async function seedPerson(db: Db, email: string, name: string | null = null): Promise<string> {
  const data = { email, name, emailVerifiedAt: new Date() };
  return (await db.user.create({ data, select: { id: true } })).id;
}

/** For tests: a member of a tenant. @returns their id */
export async function seedMember(db: Db, slug: string, email: string, role: TenantRole): Promise<string> {
  const userId = await seedPerson(db, email, email.split("@")[0] ?? null);
  const tenant = await db.tenant.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await db.membership.create({ data: { tenantId: tenant.id, userId, role } });
  return userId;
}
