import { fitText } from "./text-width.ts";

const frameMs = 100;

/**
 * The lines at the end of a terminal that change in place. Lines printed meanwhile go above them.
 * On anything but a terminal nothing is drawn, only printed.
 */
export class LiveRegion {
  readonly live: boolean;
  readonly #stream: NodeJS.WriteStream;
  readonly #render: () => string[];
  #drawn = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(stream: NodeJS.WriteStream, render: () => string[], env: NodeJS.ProcessEnv) {
    this.#stream = stream;
    this.#render = render;
    this.live = stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
  }

  print(line: string): void {
    this.#erase();
    this.#stream.write(`${line}\n`);
    if (this.#timer) this.#draw();
  }

  start(): void {
    if (!this.live || this.#timer) return;
    this.#timer = setInterval(() => {
      this.#erase();
      this.#draw();
    }, frameMs);
    this.#draw();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#erase();
  }

  #draw(): void {
    // Some terminals say they have no columns at all.
    const columns = this.#stream.columns || 80;
    const lines = this.#render().map((line) => fitText(line, columns - 1));
    if (lines.length > 0) this.#stream.write(`${lines.join("\n")}\n`);
    this.#drawn = lines.length;
  }

  #erase(): void {
    if (this.#drawn > 0) this.#stream.write(`\u001b[${this.#drawn}A\u001b[J`);
    this.#drawn = 0;
  }
}
