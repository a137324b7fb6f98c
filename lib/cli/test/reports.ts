import { z } from "zod";
import type { Count } from "./count.ts";

/** Test cases in the reports of the runners. One that was skipped kept no promise: it counts as failed. */

const vitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export function countVitest(json: string): Count {
  const files = vitestReport.parse(JSON.parse(json)).testResults;
  const cases = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = cases.filter(({ status }) => status === "passed").length;
  // A file that cannot be loaded has no cases, only a status.
  const broken = files.filter(
    (file) => file.status !== "passed" && file.assertionResults.every(({ status }) => status === "passed"),
  );
  return { passed, failed: cases.length - passed + broken.length };
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), skipped: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

export function countPlaywright(json: string): Count {
  const { stats, errors } = playwrightReport.parse(JSON.parse(json));
  return { passed: stats.expected, failed: stats.skipped + stats.unexpected + stats.flaky + errors.length };
}

/** `stack/test`: the summaries of its two shell scripts (`db: 12 passed, 0 failed`), of mypy and of pytest. */
export function countStack(output: string): Count {
  let passed = 0;
  let failed = 0;
  for (const line of output.split("\n")) {
    const script = /^(?:db|web): (\d+) passed, (\d+) failed$/.exec(line);
    if (script) {
      passed += Number(script[1]);
      failed += Number(script[2]);
    } else if (/^Success: no issues found in \d+ source files$/.test(line)) passed += 1;
    else if (/^Found \d+ errors? in \d+ files?/.test(line)) failed += 1;
    else if (/\bin [\d.]+s\b/.test(line)) {
      for (const [, number, word] of line.matchAll(/(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)\b/g)) {
        if (word === "passed") passed += Number(number);
        else failed += Number(number);
      }
    }
  }
  return { passed, failed };
}
