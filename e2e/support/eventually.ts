import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 200;

/**
 * Repeats an expectation until it holds.
 * @returns what it returned
 * @throws its last error, after `timeoutMs` milliseconds
 */
export async function eventually<T>(assertion: () => T | Promise<T>, { timeoutMs = 30_000 } = {}): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(pollMs);
  }
}
