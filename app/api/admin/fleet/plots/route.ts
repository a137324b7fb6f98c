import { z } from "zod";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { plotGroupings } from "@/lib/domain/fleet-search.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { namePlots } from "@/lib/tenants/name-plots.ts";

const query = z.object({
  by: z.enum(plotGroupings).default("none"),
  key: z.string().max(100).default(""),
  from: z.coerce.number().int().min(0).max(1_000_000),
  count: z.coerce.number().int().min(1).max(500),
});

/** Who owns a stretch of the map's plots; the map asks when somebody points at it. */
export const GET = adminRoute("fleet.read", async (_session, request) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw failure("usage", { why: "from and count must be whole numbers" });
  const plots = await namePlots(portalDb(), parsed.data);
  return Response.json(plots, { headers: { "cache-control": "no-store" } });
});
