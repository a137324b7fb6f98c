import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { FreeholdError, failure } from "../../errors.ts";
import type { Context } from "../context.ts";
import { formatDuration } from "../duration.ts";
import { padText } from "../text-width.ts";
import { createBench } from "./bench.ts";
import { type Count, failed, sum } from "./count.ts";
import type { Bench, Part } from "./part.ts";
import { cms, editor, portal } from "./parts-browser.ts";
import { stack } from "./parts-stack.ts";
import { lint, types } from "./parts-static.ts";
import { alone, database, engine, unit } from "./parts-vitest.ts";
import { runInLog } from "./run-in-log.ts";

/**
 * One stage after another. The lanes of a stage run side by side, each its parts in order: tests on
 * the engine wait for containers much of the time, which the browser's tests make use of.
 */
const stages: readonly (readonly (readonly Part[])[])[] = [
  [[lint, types]],
  [
    [engine, stack],
    [unit, database, portal, cms, editor],
  ],
  [[alone]],
];
const allParts = stages.flat(2);
const tailLines = 60;

/**
 * Runs the suite, or the parts that are named, each to its end whatever fails. The last line on
 * stdout is `N passed, N failed`.
 * @returns exit code: 0 when everything passed
 * @throws usage for a part that does not exist
 */
export async function runTests(context: Context, names: readonly string[]): Promise<number> {
  const chosen = choose(names);
  const scratch = mkdtempSync(join(tmpdir(), `freehold-test-${process.pid}-`));
  // Not `finally`: Ctrl-C ends the process at once.
  process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const bench = createBench(context, scratch);
  const counts: Count[] = [];
  for (const lanes of stages) {
    await Promise.all(
      lanes.map(async (parts) => {
        for (const part of parts) if (chosen.includes(part)) counts.push(await runPart(context, bench, part));
      }),
    );
    await bench.removeInstallation().catch((thrown: unknown) => {
      context.out.say(explain(thrown));
      counts.push(failed);
    });
  }
  const total = sum(counts);
  context.out.steps.close();
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

function choose(names: readonly string[]): readonly Part[] {
  const known = allParts.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw failure("usage", { why: `There is no part “${unknown}”; parts are ${known.join(", ")}.` });
  return names.length === 0 ? allParts : allParts.filter(({ name }) => names.includes(name));
}

async function runPart(context: Context, bench: Bench, part: Part): Promise<Count> {
  const { home, out } = context;
  const logFile = join(home.log, `test-${part.name}.log`);
  mkdirSync(home.log, { recursive: true, mode: 0o700 });
  writeFileSync(logFile, "", { mode: 0o600 });
  const begun = performance.now();
  const count = await part.run(bench, runInLog(logFile, home.project, bench.env)).catch((thrown: unknown) => {
    writeFileSync(logFile, `${explain(thrown)}\n`, { flag: "a" });
    return failed;
  });
  const took = formatDuration(performance.now() - begun).padStart(10);
  const mark = count.failed === 0 ? out.colours.green("✓") : out.colours.red("✗");
  const numbers = `${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed`;
  if (count.failed > 0) out.say(`\n--- ${logFile}\n${tail(logFile)}\n---\n`);
  out.say(`${mark} ${padText(part.name, 10)}${numbers} ${took}`);
  return count;
}

const explain = (thrown: unknown): string =>
  thrown instanceof FreeholdError
    ? `${thrown.message} ${thrown.detail ?? ""}`
    : thrown instanceof Error
      ? (thrown.stack ?? thrown.message)
      : String(thrown);

const tail = (file: string): string =>
  stripVTControlCharacters(readFileSync(file, "utf8")).trimEnd().split("\n").slice(-tailLines).join("\n");
