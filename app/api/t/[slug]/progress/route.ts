import { tenantRoute } from "@/lib/auth/with-tenant.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readProvisioning } from "@/lib/tenants/read-provisioning.ts";

/** How a tenant's stack comes up, for browsers whose stream does not stand. */
export const GET = tenantRoute("tenant.read", async ({ tenantId, slug }) => {
  const now = await readProvisioning(portalDb(), tenantId);
  if (now === null) throw failure("tenant_unknown", { slug });
  return Response.json(now, { headers: { "cache-control": "no-store" } });
});
