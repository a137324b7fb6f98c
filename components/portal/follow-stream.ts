/** A stream says every 3 seconds that it is alive (lib/portal/server-events.ts). Milliseconds. */
export const silentMs = 10_000;

export interface FollowedStream {
  /** Whether news come by it; who cannot wait for them asks by another way until they do. */
  readonly isOpen: boolean;
  close(): void;
}

/**
 * Follows a stream of the server's. What breaks off the browser opens again by itself; what has gone silent, as
 * when a machine slept or its network changed, it takes for open, and what was refused it leaves alone: those are
 * opened again here.
 * @param listeners what takes the data of an event, by the event's name
 * @param onLost called whenever nothing comes any more, until the next event does
 */
export function followStream(
  path: string,
  listeners: Readonly<Record<string, (data: string) => void>>,
  onLost: () => void = () => {},
): FollowedStream {
  let source: EventSource;
  let silence: ReturnType<typeof setTimeout>;

  function open(): void {
    source = new EventSource(path);
    source.addEventListener("alive", listen);
    source.addEventListener("error", onLost);
    for (const [name, take] of Object.entries(listeners))
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        listen();
        take(data);
      });
    listen();
  }

  function listen(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      source.close();
      onLost();
      open();
    }, silentMs);
  }

  open();
  return {
    get isOpen() {
      return source.readyState === source.OPEN;
    },
    close() {
      clearTimeout(silence);
      source.close();
    },
  };
}
