import { growth } from "../domain/metrics.ts";

interface Count {
  readonly total: number;
  readonly visits: number;
  /** Whether it covers all the time since it was last taken. */
  readonly isWhole: boolean;
}

/**
 * How many requests each stack's nginx answered, to visitors and to whoever works in the CMS. It counts
 * whatever it is asked, our questions among them: each brings the count along and is taken off again.
 */
export class VisitCounter {
  readonly #counts = new Map<string, Count>();

  /** @param total what nginx has answered, the question for it included */
  note(stackId: string, total: number): void {
    const known = this.#counts.get(stackId);
    const came = known ? growth(known.total, total) - 1 : 0;
    this.#counts.set(stackId, {
      total,
      visits: (known?.visits ?? 0) + Math.max(0, came),
      isWhole: known?.isWhole ?? false,
    });
  }

  /** Requests since it was last taken; null while that is not known. */
  take(stackId: string): number | null {
    const known = this.#counts.get(stackId);
    if (!known) return null;
    this.#counts.set(stackId, { ...known, visits: 0, isWhole: true });
    return known.isWhole ? known.visits : null;
  }

  /** What is counted from now on has nothing to be compared with: the stack is gone, or we asked for its pages. */
  forget(stackId: string): void {
    this.#counts.delete(stackId);
  }
}
