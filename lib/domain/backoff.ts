const firstMs = 1_000;
const longestMs = 60_000;

/**
 * Milliseconds until the next attempt: doubles from one second to one minute, with jitter of ±25 %
 * so that a hundred stacks that failed together do not come back together.
 * @param attempts failed attempts so far, from 1
 * @param random 0 ≤ random < 1
 */
export function backoffMs(attempts: number, random: number): number {
  const base = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 16));
  return Math.round(base * (0.75 + random * 0.5));
}
