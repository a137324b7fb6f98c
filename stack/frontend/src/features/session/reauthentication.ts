import { useSyncExternalStore } from "react";

type Waiting = { promise: Promise<boolean>; settle: (signedIn: boolean) => void };

const listeners = new Set<() => void>();
let waiting: Waiting | null = null;

function change(next: Waiting | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks for a new sign-in. Requests that fail while the question stands share one answer. */
export function askToSignIn(): Promise<boolean> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    change({ promise, settle: resolve });
    return promise;
  }
  return waiting.promise;
}

/** Answers everybody who is waiting: true when signed in again, false when it was declined. */
export function answer(signedIn: boolean): void {
  const asked = waiting;
  change(null);
  asked?.settle(signedIn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the question is open. */
export function useAskedToSignIn(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null);
}
