import { changeChannel, listen } from "../db/listen.ts";

/** Notifications are prompt; this slow look makes it certain. Milliseconds. */
const pollMs = 250;

/** Tells those who wait for stacks when to look again. */
export interface ChangeFeed {
  /** Resolves when there may be something new about the stack since the last call. */
  next(stackId: string, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One subscription for any number of waiting callers.
 * @param url the control database
 */
export function openChangeFeed(url: string): ChangeFeed {
  const pending = new Set<string>();
  const waiting = new Map<string, () => void>();
  const tell = (stackId: string): void => {
    const wake = waiting.get(stackId);
    if (wake) wake();
    else pending.add(stackId);
  };
  const listener = listen(url, [changeChannel], {
    onMessage: (_channel, stackId) => tell(stackId),
    onReady: () => {
      for (const wake of waiting.values()) wake();
    },
  });
  return {
    next(stackId, signal) {
      if (pending.delete(stackId)) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          waiting.delete(stackId);
          resolve();
        };
        const timer = setTimeout(done, pollMs);
        signal.addEventListener("abort", done, { once: true });
        waiting.set(stackId, done);
      });
    },
    stop: () => listener.stop(),
  };
}
