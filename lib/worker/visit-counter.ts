import { growth } from "../domain/metrics.ts";
import type { WebState } from "../stack-api/ask-web.ts";

interface Count {
  readonly total: number;
  /** When it was noted, by `performance.now()`. */
  readonly at: number;
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

  /** Adds what came since the last answer; one that does not say changes nothing. */
  note(stackId: string, { answered: total, askedAt }: Pick<WebState, "answered" | "askedAt">): void {
    if (total === null) return;
    const known = this.#counts.get(stackId);
    // A question that overtook another one: what is known counts this one already.
    const isOvertaken = known !== undefined && total < known.total && askedAt < known.at;
    const came = known && !isOvertaken ? growth(known.total, total) : 0;
    this.#counts.set(stackId, {
      total: isOvertaken ? known.total : total,
      at: performance.now(),
      visits: Math.max(0, (known?.visits ?? 0) + (known ? came - 1 : 0)),
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
