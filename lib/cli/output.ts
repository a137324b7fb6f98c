import type { Reporter } from "../platform/reporter.ts";
import { type Colours, coloursFor } from "./colour.ts";
import { Progress } from "./progress.ts";
import { Steps } from "./steps.ts";
import { type Column, layoutTable } from "./table.ts";

/**
 * Where a command's words go. With --json exactly one document goes to stdout; everything else,
 * always, to stderr.
 */
export class Output {
  readonly json: boolean;
  readonly verbose: boolean;
  /** For stdout, which may be a pipe when stderr is a terminal. */
  readonly colours: Colours;
  readonly steps: Steps;
  readonly #env: NodeJS.ProcessEnv;

  constructor(options: { json: boolean; verbose: boolean }, env: NodeJS.ProcessEnv) {
    this.json = options.json;
    this.verbose = options.verbose;
    this.#env = env;
    this.colours = coloursFor(process.stdout, env);
    this.steps = new Steps(process.stderr, coloursFor(process.stderr, env), env);
  }

  /** A command's answer: the document with --json, the lines otherwise. */
  result(document: unknown, lines: () => readonly string[]): void {
    this.steps.close();
    if (this.json) process.stdout.write(`${JSON.stringify(document, bigintAsNumber, 2)}\n`);
    else for (const line of lines()) process.stdout.write(`${line}\n`);
  }

  say(text: string): void {
    this.steps.say(text);
  }

  table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
    const width = process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY;
    return layoutTable(columns, rows, width, this.colours.dim);
  }

  progress(total: number, noun: string): Progress {
    return new Progress(process.stderr, total, noun, this.#env);
  }

  get reporter(): Reporter {
    return {
      say: (text) => this.say(text),
      step: async (name, work) => {
        this.steps.begin(name);
        try {
          const value = await work();
          this.steps.end(name, "done");
          return value;
        } catch (error) {
          this.steps.end(name, "failed");
          throw error;
        }
      },
    };
  }
}

const bigintAsNumber = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
