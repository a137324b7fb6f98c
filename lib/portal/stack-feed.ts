import { changeChannel, type Listener, listen } from "../db/listen.ts";
import { portalDatabaseUrl } from "./database.ts";

/** Tells open pages about single stacks: something is new there, look again. */
export interface StackFeed {
  /** @returns ends the subscription */
  subscribe(stackId: string, listener: () => void): () => void;
}

/**
 * Spreads the control database's notifications over those who follow one stack each. It listens
 * only while somebody does; a subscription that was lost and stands again counts as news for all.
 * @param open the one subscription to the control database
 */
export function createStackFeed(open: (onChange: (stackId: string | null) => void) => Listener): StackFeed {
  const listeners = new Map<string, Set<() => void>>();
  let subscription: Listener | null = null;
  const tell = (stackId: string | null): void => {
    const told = stackId === null ? [...listeners.values()] : [listeners.get(stackId) ?? new Set()];
    for (const group of told) for (const listener of group) listener();
  };
  return {
    subscribe(stackId, listener) {
      const group = listeners.get(stackId) ?? new Set();
      listeners.set(stackId, group.add(listener));
      subscription ??= open(tell);
      return () => {
        group.delete(listener);
        if (group.size === 0 && listeners.get(stackId) === group) listeners.delete(stackId);
        if (listeners.size > 0) return;
        subscription?.stop().catch((error: unknown) => console.error("closing the feed of stacks:", error));
        subscription = null;
      };
    },
  };
}

/** Next bundles pages, routes and actions apart; they meet in the process. */
const shared = globalThis as { freeholdStackFeed?: StackFeed };

export function sharedStackFeed(): StackFeed {
  shared.freeholdStackFeed ??= createStackFeed((onChange) =>
    listen(portalDatabaseUrl(), [changeChannel], {
      onMessage: (_, stackId) => onChange(stackId),
      onReady: () => onChange(null),
      onLost: () => onChange(null),
    }),
  );
  return shared.freeholdStackFeed;
}
