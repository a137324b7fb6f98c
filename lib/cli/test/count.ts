/** How many test cases of a part passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export const passed: Count = { passed: 1, failed: 0 };
export const failed: Count = { passed: 0, failed: 1 };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/**
 * What a runner's exit code has to do with its report: one that failed without naming a case (a
 * crash, a file that does not compile) counts as a failed case, and so does one that ran nothing.
 */
export function settle(count: Count, exitCode: number | null): Count {
  const silent = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}
