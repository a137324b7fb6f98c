import { z } from "zod";
import { tenantRoute } from "@/lib/auth/with-tenant.ts";
import { logServices } from "@/lib/domain/log-line.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalHome } from "@/lib/portal/home.ts";
import { locateLogs, tailLogs } from "@/lib/tenants/read-logs.ts";

const query = z.object({ service: z.enum(logServices).optional() });
/** Of each service; Docker keeps about as many. */
const mostLines = 20_000;

/** What is kept of the logs, as a text file. */
export const GET = tenantRoute("logs.read", async ({ slug, stackId }, request) => {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw failure("usage", { why: `service is one of ${logServices.join(", ")}` });
  if (stackId === null) throw failure("tenant_unknown", { slug });
  const { service } = parsed.data;
  const source = await locateLogs(portalDb(), portalHome().namespace, stackId);
  const lines = await tailLogs(source, service === undefined ? logServices : [service], mostLines);
  const text = lines.map((line) => `${line.time} ${line.service.padEnd(3)} ${line.text}\n`).join("");
  const name = `${slug}-${service ?? "all"}-${new Date().toISOString().slice(0, 10)}.log`;
  return new Response(text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
});
