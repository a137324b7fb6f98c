import { z } from "zod";
import { stillMay } from "@/lib/auth/still-may.ts";
import { tenantRoute } from "@/lib/auth/with-tenant.ts";
import { logServices } from "@/lib/domain/log-line.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalHome } from "@/lib/portal/home.ts";
import { logStream } from "@/lib/portal/log-stream.ts";
import { sharedStackFeed } from "@/lib/portal/stack-feed.ts";
import { locateLogs } from "@/lib/tenants/read-logs.ts";

export const dynamic = "force-dynamic";

const query = z.object({ service: z.enum(logServices).optional() });

export const GET = tenantRoute("logs.read", async (context, request) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw failure("usage", { why: `service is one of ${logServices.join(", ")}` });
  if (context.stackId === null) throw failure("tenant_unknown", { slug: context.slug });
  const { service } = parsed.data;
  return logStream({
    source: await locateLogs(portalDb(), portalHome().namespace, context.stackId),
    services: service === undefined ? logServices : [service],
    stackId: context.stackId,
    feed: sharedStackFeed(),
    person: context.session.user.id,
    stillAllowed: () => stillMay(context, "logs.read"),
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
});
