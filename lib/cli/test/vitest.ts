import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Count, settle } from "./count.ts";
import type { Bench, RunInLog } from "./part.ts";
import { countVitest } from "./reports.ts";

interface Options {
  /** Relative to `folder`; Vitest's own choice when left out. */
  readonly config?: string;
  /** Only files with this in their path; all when left out. */
  readonly only?: string;
  /** Relative to the project. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs Vitest to its end, whatever fails. */
export async function runVitest(bench: Bench, program: RunInLog, options: Options = {}): Promise<Count> {
  const report = join(bench.scratch, `${randomUUID()}.json`);
  const { code } = await program(
    [
      process.execPath,
      join(bench.home.project, "node_modules", "vitest", "vitest.mjs"),
      "run",
      ...(options.only ? [options.only] : []),
      ...(options.config ? ["--config", options.config] : []),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: join(bench.home.project, options.folder ?? "."), env: options.env ?? {} },
  );
  return settle(existsSync(report) ? countVitest(readFileSync(report, "utf8")) : { passed: 0, failed: 0 }, code);
}
