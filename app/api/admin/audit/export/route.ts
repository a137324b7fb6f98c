import { parseAuditSearch } from "@/components/audit/audit-params.ts";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { parseQuery } from "@/lib/portal/parse-query.ts";
import { streamText } from "@/lib/portal/stream-text.ts";
import { exportAudit } from "@/lib/tenants/export-audit.ts";

export const dynamic = "force-dynamic";

const types = { jsonl: "application/jsonl", csv: "text/csv" } as const;

/** The events that the page's filter leaves, as a file. */
export const GET = adminRoute("audit.read", async (_session, request) => {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") === "csv" ? "csv" : "jsonl";
  const lines = exportAudit(portalDb(), parseAuditSearch(parseQuery(query)), format);
  return new Response(streamText(lines), {
    headers: {
      "content-type": `${types[format]}; charset=utf-8`,
      "content-disposition": `attachment; filename="audit.${format}"`,
      "cache-control": "no-store",
    },
  });
});
