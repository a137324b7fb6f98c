import type { FleetFeed } from "./fleet-feed.ts";

interface StreamOptions {
  readonly feed: FleetFeed;
  /** Whether whoever opened the stream may still see it; asked with every heartbeat. */
  readonly stillAllowed: () => Promise<boolean>;
  /** Ends when the visitor goes away. */
  readonly signal: AbortSignal;
  /** Milliseconds between signs of life. */
  readonly heartbeatMs?: number;
}

/**
 * The fleet's changes as server-sent events: `change` (look again), `end` (sign in again). A
 * stream whose session ended stops with the next heartbeat, at the latest.
 */
export function eventStream({
  feed,
  stillAllowed,
  signal,
  heartbeatMs = 10_000,
}: StreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      // The time is the id: one that a browser brings back after a restart is still older.
      const sendEvent = (name: "ready" | "change" | "end"): void =>
        send(`id: ${Date.now()}\nevent: ${name}\ndata: {}\n\n`);

      const unsubscribe = feed.subscribe(() => sendEvent("change"));
      const heartbeat = setInterval(() => void beat(), heartbeatMs);
      let isOpen = true;
      stop = () => {
        isOpen = false;
        clearInterval(heartbeat);
        unsubscribe();
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end);
      send("retry: 2000\n\n");
      sendEvent("ready");

      function end(): void {
        if (!isOpen) return;
        stop();
        controller.close();
      }

      async function beat(): Promise<void> {
        try {
          const allowed = await stillAllowed();
          if (!isOpen) return;
          if (allowed) return send(": alive\n\n");
          sendEvent("end");
        } catch (error) {
          // Without its database the portal cannot tell who may look.
          console.error("fleet stream:", error);
        }
        end();
      }
    },
    cancel: () => stop(),
  });
}
