/**
 * Works through keys, so many at once and never one key twice at a time. A key that comes again
 * while it is worked on is worked on once more afterwards.
 */
export class KeyedQueue {
  readonly #work: (key: string) => Promise<void>;
  readonly #failed: (key: string, thrown: unknown) => void;
  readonly #lanes: number;
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  /** @param failed is told what work threw; the key has lost its turn, and the others go on */
  constructor(lanes: number, work: (key: string) => Promise<void>, failed: (key: string, thrown: unknown) => void) {
    this.#lanes = lanes;
    this.#work = work;
    this.#failed = failed;
  }

  add(key: string): void {
    if (this.#stopped) return;
    if (this.#running.has(key)) this.#again.add(key);
    else this.#waiting.add(key);
    this.#fill();
  }

  addAfter(key: string, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.add(key);
    }, ms);
    this.#timers.add(timer);
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting.clear();
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#running.values());
  }

  #fill(): void {
    for (const key of this.#waiting) {
      if (this.#running.size >= this.#lanes) return;
      this.#waiting.delete(key);
      const task = this.#work(key)
        .catch((thrown: unknown) => this.#failed(key, thrown))
        .finally(() => {
          this.#running.delete(key);
          if (this.#again.delete(key)) this.add(key);
          this.#fill();
        });
      this.#running.set(key, task);
    }
  }
}
