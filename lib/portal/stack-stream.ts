import type { ProgressOperation, Provisioning } from "../domain/provisioning.ts";
import { type EventSink, serverEvents } from "./server-events.ts";
import type { StackFeed } from "./stack-feed.ts";

interface StackStreamOptions {
  readonly stackId: string;
  readonly feed: StackFeed;
  /** Of whom only so many streams may be open at a time. */
  readonly whose?: string;
  /** Null when there is nothing to follow any more. */
  readonly read: () => Promise<Provisioning | null>;
  readonly stillAllowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  /** `Last-Event-ID` of a browser that comes back. */
  readonly lastEventId: string | null;
}

/** News that come closer together are told together. Milliseconds. */
const calmMs = 100;
/** A status also changes because time passes: an observation grows old. Milliseconds. */
const slowMs = 15_000;

/**
 * How a stack comes up, as it happens: `operation` for each that began or ended, `state` for status
 * and trouble. The id is the moment of the change; a browser that brings one back is told all
 * that changed since, that moment included, so that nothing falls between two connections. @throws too_many
 */
export function stackStream(options: StackStreamOptions): Response {
  const { stackId, feed, stillAllowed, signal, whose } = options;
  let news = (): void => {};
  const recheck = (ask: () => void): (() => void) =>
    feed.subscribe(stackId, () => {
      ask();
      news();
    });
  return serverEvents({ stillAllowed, signal, recheck, ...(whose !== undefined && { whose }) }, async (sink) => {
    const sent = new Map<string, number>();
    const since = Number(options.lastEventId) || 0;
    let lastState = "";
    while (!sink.signal.aborted) {
      const waiting = new Promise<void>((resolve) => {
        news = resolve;
      });
      const now = await options.read();
      if (now === null) return;
      lastState = tell(sink, now, sent, since, lastState);
      await Promise.race([waiting, pause(slowMs, sink.signal)]);
      await pause(calmMs, sink.signal);
    }
  });
}

const changedAt = ({ startedAt, endedAt }: ProgressOperation): number => endedAt ?? startedAt;

/** Sends what this browser does not know yet. @returns the state that was sent last */
function tell(
  sink: EventSink,
  { operations, status, trouble }: Provisioning,
  sent: Map<string, number>,
  since: number,
  lastState: string,
): string {
  const fresh = operations.filter((operation) => {
    const at = changedAt(operation);
    return at >= since && sent.get(operation.id) !== at;
  });
  for (const operation of fresh.sort((a, b) => changedAt(a) - changedAt(b))) {
    sent.set(operation.id, changedAt(operation));
    sink.send("operation", operation, String(changedAt(operation)));
  }
  const state = JSON.stringify({ status, trouble });
  if (state !== lastState) sink.send("state", { status, trouble });
  return state;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
