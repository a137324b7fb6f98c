import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { parseEmail, parseTenantName } from "../domain/tenant-name.ts";
import type { Actor } from "./actor.ts";
import { lockTenant } from "./lock-tenant.ts";

/**
 * Changes what a tenant is called and where it is reached. The CMS's own site title is its
 * editors' business and stays as it is; nothing is restarted for a name.
 * @throws name_invalid, email_invalid, tenant_unknown
 */
export async function configureTenant(
  db: Db,
  slug: string,
  wish: { readonly name: string; readonly contactEmail: string },
  actor: Actor,
): Promise<void> {
  const name = parseTenantName(wish.name);
  const ownerEmail = parseEmail(wish.contactEmail).toLowerCase();
  await db.$transaction(async (tx) => {
    const tenant = await lockTenant(tx, slug);
    if (tenant.name === name && tenant.ownerEmail === ownerEmail) return;
    // The name is among the variables a stack's containers were made with; they keep the first.
    await tx.stack.updateMany({ where: { tenantId: tenant.id, bornName: null }, data: { bornName: tenant.name } });
    await tx.tenant.update({ where: { id: tenant.id }, data: { name, ownerEmail } });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.configured",
      subject: `tenant:${slug}`,
      details: {
        ...(tenant.name !== name && { name: { from: tenant.name, to: name } }),
        ...(tenant.ownerEmail !== ownerEmail && { contactChanged: true }),
      },
    });
  });
}
