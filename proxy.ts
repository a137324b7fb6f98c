import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { askedPathHeader } from "@/lib/auth/asked-path.ts";
import { failure } from "@/lib/errors.ts";
import { whyDatabaseAway } from "@/lib/portal/database.ts";
import { isOwnHost } from "@/lib/portal/own-host.ts";
import { contentSecurityPolicy, securityHeaders } from "@/lib/portal/security-headers.ts";
import { portalHosts, portalIsHttps } from "@/lib/portal/settings.ts";
import { siteOrigins } from "@/lib/portal/site-origins.ts";
import { unavailablePage } from "@/lib/portal/unavailable-page.ts";

/** Whoever probes the process does so by its address, not by the portal's name. */
const healthPath = "/api/health";

/** Runs before every answer: whose request it is, with what headers, and whether it can be served. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname;
  const options = {
    nonce: randomBytes(16).toString("base64"),
    https: portalIsHttps(),
    development: process.env.NODE_ENV === "development",
    formTargets: leadsToDemos(path) ? await siteOrigins() : [],
  };
  const requestId = randomUUID();

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", contentSecurityPolicy(options));
  headers.set("x-nonce", options.nonce);
  headers.set("x-request-id", requestId);
  headers.set(askedPathHeader, `${path}${request.nextUrl.search}`);

  const response = await answer();
  for (const [name, value] of Object.entries(securityHeaders(options))) response.headers.set(name, value);
  response.headers.set("x-request-id", requestId);
  return response;

  async function answer(): Promise<NextResponse> {
    if (path !== healthPath && !isOwnHost(request.headers.get("host"), portalHosts())) {
      return new NextResponse("Not found\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
    }
    const cause = needsDatabase(path) ? await whyDatabaseAway() : null;
    if (cause === null) return NextResponse.next({ request: { headers } });
    // Whose role it is cannot be asked now, and paths and host names in the cause are nothing for strangers: doctor has it.
    const away = failure("control_database_away", { why: "it cannot be reached" });
    if (path.startsWith("/api/")) {
      return NextResponse.json({ error: away.toJSON() }, { status: 503, headers: { "retry-after": "5" } });
    }
    return new NextResponse(unavailablePage(away, options.nonce), {
      status: 503,
      headers: { "content-type": "text/html; charset=utf-8", "retry-after": "5", "cache-control": "no-store" },
    });
  }
}

function needsDatabase(path: string): boolean {
  return !/^\/($|terms(\/|$)|api\/health(\/|$)|_next\/|icon\b)/.test(path);
}

/** One click there leads to the visitor's own stack, on a host of its own. */
function leadsToDemos(path: string): boolean {
  return /^\/(demo|d)(\/|$)/.test(path);
}
