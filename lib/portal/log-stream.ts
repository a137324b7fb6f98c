import { byTime, isLogTime, type LogLine, type LogService } from "../domain/log-line.ts";
import { FreeholdError } from "../errors.ts";
import { type FollowState, followLog, type LogSource, tailLogs } from "../tenants/read-logs.ts";
import { type EventSink, serverEvents } from "./server-events.ts";
import type { StackFeed } from "./stack-feed.ts";

interface LogStreamOptions {
  readonly source: LogSource;
  readonly services: readonly LogService[];
  readonly stackId: string;
  readonly feed: StackFeed;
  /** Whose streams are counted. */
  readonly person: string;
  readonly stillAllowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  /** `Last-Event-ID` of a browser that comes back: the time of the last line it has. */
  readonly lastEventId: string | null;
}

/** Lines a page begins with, of each service. */
const firstLines = 200;
/** Lines travel together when they come close together. */
const batch = { ms: 100, lines: 200 } as const;

/**
 * A stack's logs as they are written: `lines` (oldest first; the id is the last one's time) and
 * `state` of each service's log. @throws too_many when the person has too many of them open
 */
export function logStream(options: LogStreamOptions): Response {
  const { stackId, feed, stillAllowed, signal, person } = options;
  const recheck = (ask: () => void): (() => void) => feed.subscribe(stackId, ask);
  return serverEvents({ stillAllowed, signal, recheck, whose: `logs:${person}` }, (sink) => sendLogs(sink, options));
}

async function sendLogs(sink: EventSink, { source, services, lastEventId }: LogStreamOptions): Promise<void> {
  const outbox = new Outbox(sink);
  const tell = (service: LogService, state: FollowState): void => sink.send("state", { service, state });
  let since = lastEventId !== null && isLogTime(lastEventId) ? lastEventId : undefined;
  if (since === undefined) {
    // One reading sorts the past of all services; following each goes on from its end.
    const past = await tailLogs(source, services, firstLines).catch((thrown: unknown) => {
      if (!(thrown instanceof FreeholdError && thrown.code === "logs_away")) throw thrown;
      // Following them says so in the page.
      console.error("logs not read:", thrown);
      return [];
    });
    for (const line of past) await outbox.add(line);
    since = past.at(-1)?.time;
  }
  await Promise.all(
    services.map((service) =>
      followLog(source, service, since, {
        onLine: (line) => outbox.add(line),
        onState: (of, state) => tell(of, state),
        signal: sink.signal,
      }),
    ),
  );
}

/** Gathers lines of all services and sends them together. */
class Outbox {
  readonly #sink: EventSink;
  #lines: LogLine[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(sink: EventSink) {
    this.#sink = sink;
    sink.signal.addEventListener("abort", () => clearTimeout(this.#timer), { once: true });
  }

  async add(line: LogLine): Promise<void> {
    this.#lines.push(line);
    if (this.#lines.length >= batch.lines) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), batch.ms);
    await this.#sink.drained();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#lines.sort(byTime);
    this.#lines = [];
    const last = lines.at(-1);
    if (last) this.#sink.send("lines", lines, last.time);
  }
}
