import { takeStream } from "./stream-limit.ts";

/** Server-sent events to somebody whose right to see them can end at any moment. */

export interface EventSink {
  /** @param id what the browser brings back as `Last-Event-ID` */
  send(name: string, data: unknown, id?: string): void;
  /** Resolves when the visitor has taken what was sent; whoever sends much waits for it. */
  drained(): Promise<void>;
  /** Aborted when the stream is over, for whatever reason. */
  readonly signal: AbortSignal;
}

interface StreamOptions {
  /** Of whom only so many streams may be open at a time; nobody counts them when left out. */
  readonly whose?: string;
  /** Whether whoever opened the stream may still see it; asked with every heartbeat and every `recheck`. */
  readonly stillAllowed: () => Promise<boolean>;
  /** Calls back when the right may have changed. @returns ends the subscription */
  readonly recheck?: (ask: () => void) => () => void;
  /** Ends when the visitor goes away. */
  readonly signal: AbortSignal;
  /** Milliseconds between signs of life, and the longest a stream outlives a session. */
  readonly heartbeatMs?: number;
}

/** What a stream may hold for a visitor who reads slowly, before `drained` waits. Events. */
const mostWaiting = 64;

/**
 * Runs `work` for as long as the visitor is there and may see it. The last event is `end` when the
 * right has ended, so that the page asks the server anew instead of connecting again.
 * @throws too_many
 */
export function serverEvents(options: StreamOptions, work: (sink: EventSink) => Promise<void>): Response {
  const { stillAllowed, recheck, signal, heartbeatMs = 3_000 } = options;
  const encoder = new TextEncoder();
  const over = new AbortController();
  if (options.whose !== undefined) over.signal.addEventListener("abort", takeStream(options.whose), { once: true });
  let wake = (): void => {};

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if (!over.signal.aborted) controller.enqueue(encoder.encode(text));
        };
        const end = (): void => {
          if (over.signal.aborted) return;
          over.abort();
          controller.close();
        };
        over.signal.addEventListener("abort", () => {
          clearInterval(heartbeat);
          unsubscribe();
          signal.removeEventListener("abort", end);
          wake();
        });
        const check = async (): Promise<void> => {
          // Without its database the portal cannot tell who may look.
          const allowed = await stillAllowed().catch((error: unknown) => {
            console.error("event stream:", error);
            return null;
          });
          if (allowed) return;
          if (allowed === false) write("event: end\ndata: {}\n\n");
          end();
        };
        // An event, as a page is told of nothing else that comes.
        const beat = async (): Promise<void> => {
          await check();
          write("event: alive\ndata: {}\n\n");
        };
        const heartbeat = setInterval(() => void beat(), heartbeatMs);
        const unsubscribe = recheck?.(() => void check()) ?? (() => {});
        signal.addEventListener("abort", end);
        write("retry: 2000\n\n");

        const sink: EventSink = {
          signal: over.signal,
          send: (name, data, id) =>
            write(`${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
          async drained() {
            while (!over.signal.aborted && (controller.desiredSize ?? 0) <= 0)
              await new Promise<void>((resolve) => {
                wake = resolve;
              });
          },
        };
        work(sink).catch((error: unknown) => {
          console.error("event stream:", error);
          end();
        });
      },
      pull: () => wake(),
      cancel: () => over.abort(),
    },
    { highWaterMark: mostWaiting },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
