import type { Listener } from "../db/listen.ts";

/** What a page that shows the fleet is told: look again. */
export type FeedListener = () => void;

export interface FleetFeed {
  /** @returns ends the subscription */
  subscribe(listener: FeedListener): () => void;
}

interface FeedSources {
  /** Opens the one subscription to the control database. */
  readonly listen: (onChange: () => void) => Listener;
  /** Whether the worker gives signs of life. */
  readonly workerIsAway: () => Promise<boolean>;
}

/** A burst of changes, as when fifty clients are onboarded, is told as one. Milliseconds. */
const burstMs = 250;
const workerCheckMs = 5_000;

/**
 * Spreads the control database's notifications over any number of open pages. It listens only
 * while somebody does; a worker that falls silent or returns counts as a change.
 */
export function createFleetFeed(sources: FeedSources): FleetFeed {
  const listeners = new Set<FeedListener>();
  let stop: (() => void) | null = null;

  function start(): () => void {
    let burst: NodeJS.Timeout | undefined;
    let workerAway: boolean | null = null;
    const changed = (): void => {
      burst ??= setTimeout(() => {
        burst = undefined;
        for (const listener of listeners) listener();
      }, burstMs);
    };
    const subscription = sources.listen(changed);
    const look = (): void => {
      sources.workerIsAway().then(
        (away) => {
          if (workerAway !== null && away !== workerAway) changed();
          workerAway = away;
        },
        // The database is away: pages that look again will say so.
        changed,
      );
    };
    look();
    const check = setInterval(look, workerCheckMs);
    return () => {
      clearInterval(check);
      clearTimeout(burst);
      subscription.stop().catch((error: unknown) => console.error("closing the fleet feed:", error));
    };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
