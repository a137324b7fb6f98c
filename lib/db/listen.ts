import pg from "pg";

/** Somebody wrote a new intent; the payload is a stack's id. */
export const wakeChannel = "freehold_wake";
/** Something people look at changed; the payload is a stack's id or an application's. */
export const changeChannel = "freehold_change";

export interface Listener {
  /** Ends the subscription. */
  stop(): Promise<void>;
}

interface ListenOptions {
  readonly onMessage: (channel: string, payload: string) => void;
  /** Called each time the subscription stands (again); read what was missed. */
  readonly onReady?: () => void;
  readonly onLost?: (error: Error) => void;
}

const retryMs = 500;

/** Subscribes to channels and resubscribes for as long as it is not stopped. */
export function listen(url: string, channels: readonly string[], options: ListenOptions): Listener {
  let client: pg.Client | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const lost = (from: pg.Client, error: Error): void => {
    if (stopped || client !== from) return;
    client = null;
    from.removeAllListeners("notification");
    from.end().catch((end: unknown) => options.onLost?.(end as Error));
    options.onLost?.(error);
    retry = setTimeout(connect, retryMs);
  };

  function connect(): void {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    client = next;
    next.on("error", (error) => lost(next, error));
    next.on("end", () => lost(next, new Error("connection ended")));
    next.on("notification", (message) => options.onMessage(message.channel, message.payload ?? ""));
    next
      .connect()
      .then(() => next.query(channels.map((channel) => `LISTEN ${channel}`).join("; ")))
      .then(() => options.onReady?.())
      .catch((error: unknown) => lost(next, error as Error));
  }

  connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
