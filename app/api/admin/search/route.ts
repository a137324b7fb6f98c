import { z } from "zod";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { findTenants } from "@/lib/tenants/find-tenants.ts";

const query = z.object({ q: z.string().trim().min(1).max(100) });

/** The tenants that a text in the command palette means. */
export const GET = adminRoute("fleet.read", async (_session, request) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success || parsed.data.q.includes("\0")) {
    throw failure("usage", { why: "q must be 1 to 100 characters" });
  }
  const found = await findTenants(portalDb(), parsed.data.q, edgePort());
  return Response.json(found, { headers: { "cache-control": "no-store" } });
});
