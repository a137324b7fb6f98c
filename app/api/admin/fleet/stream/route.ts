import { findSession } from "@/lib/auth/find-session.ts";
import { adminRoute } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { serverEvents } from "@/lib/portal/server-events.ts";
import { sharedFleetFeed } from "@/lib/portal/shared-feed.ts";

export const dynamic = "force-dynamic";

/** `ready`, and `change` whenever the fleet is to be looked at again. */
export const GET = adminRoute("fleet.read", async (session, request) =>
  serverEvents(
    {
      // The role as well: it may have been taken while the session went on.
      stillAllowed: async () =>
        adminMay((await findSession(portalDb(), session.id))?.user.adminRole ?? null, "fleet.read"),
      signal: request.signal,
    },
    async (sink) => {
      const unsubscribe = sharedFleetFeed().subscribe(() => sink.send("change", {}));
      sink.signal.addEventListener("abort", unsubscribe, { once: true });
      sink.send("ready", {});
    },
  ),
);
