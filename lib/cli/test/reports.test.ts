import { expect, test } from "vitest";
import { settle, sum } from "./count.ts";
import { countPlaywright, countStack, countVitest } from "./reports.ts";

const vitestFile = (status: string, ...cases: string[]) => ({
  status,
  assertionResults: cases.map((status) => ({ status })),
});
const vitest = (...testResults: object[]): string => JSON.stringify({ testResults });

test("a skipped test counts as failed", () => {
  expect(countVitest(vitest(vitestFile("passed", "passed", "skipped", "todo")))).toEqual({ passed: 1, failed: 2 });
});

test("a test file that cannot be loaded counts as failed", () => {
  const report = vitest(vitestFile("failed"), vitestFile("failed", "passed", "failed"));
  expect(countVitest(report)).toEqual({ passed: 1, failed: 2 });
});

test("a browser test that passed at the second try counts as failed", () => {
  const stats = { expected: 5, skipped: 1, unexpected: 2, flaky: 1 };
  expect(countPlaywright(JSON.stringify({ stats, errors: [] }))).toEqual({ passed: 5, failed: 4 });
});

test("the stack's scripts, mypy and pytest are added up", () => {
  const output = [
    "db: 36 passed, 1 failed",
    "web: 90 passed, 0 failed",
    "mypy --strict",
    "Success: no issues found in 51 source files",
    "======= 2 failed, 100 passed, 1 skipped, 1 error in 12.34s =======",
  ].join("\n");
  expect(countStack(output)).toEqual({ passed: 227, failed: 5 });
});

test("types that do not hold count as one failure", () => {
  expect(countStack("Found 3 errors in 2 files (checked 51 source files)")).toEqual({ passed: 0, failed: 1 });
});

test("a runner that crashed has failed, whatever its report says", () => {
  expect(settle({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  expect(settle({ passed: 3, failed: 0 }, null)).toEqual({ passed: 3, failed: 1 });
});

test("a runner that ran nothing has failed", () => {
  expect(settle({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
});

test("counts that add up are left as they are", () => {
  expect(settle({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
