import { findSession } from "@/lib/auth/find-session.ts";
import { personRoute } from "@/lib/auth/with-person.ts";
import { failure } from "@/lib/errors.ts";
import { applicationStream } from "@/lib/portal/application-stream.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { sharedStackFeed } from "@/lib/portal/stack-feed.ts";
import { getApplication } from "@/lib/tenants/get-application.ts";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

export const GET = personRoute<Context>(async (session, request, { params }) => {
  const { id } = await params;
  const read = () => getApplication(portalDb(), id, session.user.id);
  if ((await read()) === null) throw failure("application_unknown");
  return applicationStream({
    id,
    read,
    feed: sharedStackFeed(),
    stillAllowed: async () => (await findSession(portalDb(), session.id)) !== null,
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
});
