import type { Colours } from "./colour.ts";
import { formatDuration } from "./duration.ts";
import { LiveRegion } from "./live-region.ts";
import { padText } from "./text-width.ts";

export interface FinishedStep {
  readonly name: string;
  readonly ms: number;
}

const nameColumns = 44;
const frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** A list of steps with durations: live on a terminal, one plain line per finished step elsewhere. */
export class Steps {
  readonly finished: FinishedStep[] = [];
  readonly #running = new Map<string, number>();
  readonly #region: LiveRegion;
  readonly #colours: Colours;

  constructor(stream: NodeJS.WriteStream, colours: Colours, env: NodeJS.ProcessEnv) {
    this.#colours = colours;
    this.#region = new LiveRegion(stream, () => this.#render(), env);
  }

  begin(name: string): void {
    this.#running.set(name, performance.now());
    this.#region.start();
  }

  /** @param ms duration when it was measured elsewhere; otherwise since `begin` */
  end(name: string, outcome: "done" | "failed", ms = this.#sinceBegin(name)): void {
    this.#running.delete(name);
    if (outcome === "done") this.finished.push({ name, ms: Math.round(ms) });
    const mark = outcome === "done" ? this.#colours.green("✓") : this.#colours.red("✗");
    this.#region.print(`${mark} ${padText(name, nameColumns)} ${this.#colours.dim(formatDuration(ms).padStart(10))}`);
    if (this.#running.size === 0) this.#region.stop();
  }

  say(text: string): void {
    this.#region.print(text);
  }

  /** Takes away what is drawn in place; to be called before anything else is printed. */
  close(): void {
    this.#region.stop();
  }

  #sinceBegin(name: string): number {
    return performance.now() - (this.#running.get(name) ?? performance.now());
  }

  #render(): string[] {
    const now = performance.now();
    const frame = frames[Math.floor(now / 100) % frames.length];
    return [...this.#running].map(
      ([name, begun]) => `${frame} ${padText(name, nameColumns)} ${formatDuration(now - begun).padStart(10)}`,
    );
  }
}
