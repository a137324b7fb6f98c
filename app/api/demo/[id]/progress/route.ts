import { demoRoute } from "@/lib/auth/with-demo.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readDemoProgress } from "@/lib/tenants/read-demo-progress.ts";

/** How a visitor's demo comes up, for browsers whose stream does not stand. */
export const GET = demoRoute(async (stackId) => {
  const now = await readDemoProgress(portalDb(), stackId);
  if (now === null) throw failure("demo_over");
  return Response.json(now, { headers: { "cache-control": "no-store" } });
});
