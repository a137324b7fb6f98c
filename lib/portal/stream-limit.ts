import { failure } from "../errors.ts";

/** Each stream holds connections open, to an engine or to the control database. */
const mostStreams = 5;

/** Next bundles pages and routes apart; they meet in the process. */
const shared = globalThis as { freeholdStreams?: Map<string, number> };
shared.freeholdStreams ??= new Map();
const open = shared.freeholdStreams;

/**
 * Counts a stream that opens. @param whose of whom no more may be open at a time
 * @returns to be called, once, when it is over
 * @throws too_many
 */
export function takeStream(whose: string): () => void {
  const count = (open.get(whose) ?? 0) + 1;
  if (count > mostStreams) throw failure("too_many", { seconds: 30 });
  open.set(whose, count);
  return () => {
    const left = (open.get(whose) ?? 1) - 1;
    if (left > 0) open.set(whose, left);
    else open.delete(whose);
  };
}
