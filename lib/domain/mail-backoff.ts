const minuteMs = 60_000;
const longestMs = 6 * 60 * minuteMs;

/** How long to wait after so many attempts: 15 s, 1 min, 4 min … at most six hours. Milliseconds. */
export const backoffMs = (attempts: number): number =>
  Math.min(longestMs, (minuteMs / 4) * 4 ** Math.max(0, Math.min(attempts, 20) - 1));
