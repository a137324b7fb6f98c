import { stillMay } from "@/lib/auth/still-may.ts";
import { tenantRoute } from "@/lib/auth/with-tenant.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { sharedStackFeed } from "@/lib/portal/stack-feed.ts";
import { stackStream } from "@/lib/portal/stack-stream.ts";
import { readProvisioning } from "@/lib/tenants/read-provisioning.ts";

export const dynamic = "force-dynamic";

export const GET = tenantRoute("tenant.read", async (context, request) => {
  if (context.stackId === null) throw failure("tenant_unknown", { slug: context.slug });
  return stackStream({
    stackId: context.stackId,
    feed: sharedStackFeed(),
    read: () => readProvisioning(portalDb(), context.tenantId),
    stillAllowed: () => stillMay(context, "tenant.read"),
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
});
