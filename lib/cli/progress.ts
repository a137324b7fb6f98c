import { formatDuration } from "./duration.ts";
import { LiveRegion } from "./live-region.ts";

const barColumns = 28;
const plainEveryMs = 5_000;

/** One bar over many like items, with rate and time left; lines printed meanwhile stay above it. */
export class Progress {
  readonly #total: number;
  readonly #noun: string;
  readonly #begun = performance.now();
  readonly #region: LiveRegion;
  #done = 0;
  #failed = 0;
  #plainAt = performance.now();

  constructor(stream: NodeJS.WriteStream, total: number, noun: string, env: NodeJS.ProcessEnv) {
    this.#total = total;
    this.#noun = noun;
    this.#region = new LiveRegion(stream, () => [this.#line()], env);
    this.#region.start();
  }

  advance(outcome: "done" | "failed"): void {
    if (outcome === "done") this.#done += 1;
    else this.#failed += 1;
    if (this.#region.live || performance.now() - this.#plainAt < plainEveryMs) return;
    this.#plainAt = performance.now();
    this.#region.print(this.#line());
  }

  print(line: string): void {
    this.#region.print(line);
  }

  close(): void {
    this.#region.stop();
  }

  #line(): string {
    const settled = this.#done + this.#failed;
    const elapsed = performance.now() - this.#begun;
    return progressLine({
      done: this.#done,
      failed: this.#failed,
      total: this.#total,
      noun: this.#noun,
      elapsed,
      settled,
    });
  }
}

interface ProgressFacts {
  readonly done: number;
  readonly failed: number;
  readonly settled: number;
  readonly total: number;
  readonly noun: string;
  /** Milliseconds since the start. */
  readonly elapsed: number;
}

export function progressLine(facts: ProgressFacts): string {
  const share = facts.total === 0 ? 1 : facts.settled / facts.total;
  const filled = Math.round(share * barColumns);
  const bar = "█".repeat(filled) + "░".repeat(barColumns - filled);
  const perSecond = facts.elapsed > 0 ? facts.settled / (facts.elapsed / 1000) : 0;
  const left = perSecond > 0 ? formatDuration(((facts.total - facts.settled) / perSecond) * 1000) : "unknown";
  const failed = facts.failed > 0 ? `, ${facts.failed} failed` : "";
  const rate = perSecond >= 1 ? `${perSecond.toFixed(1)}/s` : `${(perSecond * 60).toFixed(1)}/min`;
  return `${bar} ${facts.settled}/${facts.total} ${facts.noun}${failed}  ${rate}  ${left} left`;
}
