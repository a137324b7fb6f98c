import { findSession } from "@/lib/auth/find-session.ts";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { eventStream } from "@/lib/portal/event-stream.ts";
import { sharedFleetFeed } from "@/lib/portal/shared-feed.ts";

export const dynamic = "force-dynamic";

export const GET = adminRoute("fleet.read", async (session, request) => {
  const stream = eventStream({
    feed: sharedFleetFeed(),
    // The role as well: it may have been taken while the session went on.
    stillAllowed: async () =>
      adminMay((await findSession(portalDb(), session.id))?.user.adminRole ?? null, "fleet.read"),
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
