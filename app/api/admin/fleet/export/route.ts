import { parseFleetSearch } from "@/components/fleet/fleet-params.ts";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { parseQuery } from "@/lib/portal/parse-query.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { exportFleet } from "@/lib/tenants/export-fleet.ts";

export const dynamic = "force-dynamic";

/** The present search of the fleet as a CSV file, sent while it is read. */
export const GET = adminRoute("fleet.read", async (_session, request) => {
  const search = parseFleetSearch(parseQuery(new URL(request.url).searchParams));
  const lines = exportFleet(portalDb(), search, edgePort());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="fleet.csv"',
      "cache-control": "no-store",
    },
  });
});
