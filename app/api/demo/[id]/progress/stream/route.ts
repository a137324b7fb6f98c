import { demoRoute } from "@/lib/auth/with-demo.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { sharedStackFeed } from "@/lib/portal/stack-feed.ts";
import { stackStream } from "@/lib/portal/stack-stream.ts";
import { readDemoProgress } from "@/lib/tenants/read-demo-progress.ts";

export const dynamic = "force-dynamic";

export const GET = demoRoute(async (stackId, request) => {
  const read = () => readDemoProgress(portalDb(), stackId);
  if ((await read()) === null) throw failure("demo_over");
  return stackStream({
    stackId,
    whose: `demo:${stackId}`,
    feed: sharedStackFeed(),
    read,
    // The cookie names this one demo; the right to see it ends with it.
    stillAllowed: async () => (await read()) !== null,
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
});
