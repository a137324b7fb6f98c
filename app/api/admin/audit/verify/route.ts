import { adminRoute } from "@/lib/auth/with-admin.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { streamText } from "@/lib/portal/stream-text.ts";
import { tellVerification } from "@/lib/tenants/tell-verification.ts";

export const dynamic = "force-dynamic";

/** Walks the whole chain and says how far it is: lines of JSON (lib/domain/verification.ts). */
export const GET = adminRoute(
  "audit.read",
  async () =>
    new Response(streamText(tellVerification(portalDb()), 1), {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    }),
);
