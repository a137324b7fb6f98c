import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let open = false;

/** There is one palette; whoever has a button for it opens the same. */
export function setPaletteOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open);
}
