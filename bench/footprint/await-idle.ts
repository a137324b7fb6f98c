import { setTimeout as sleep } from "node:timers/promises";
import type { Landmarks } from "./group-processes.ts";
import { measureCpu } from "./measure-cpu.ts";

const sampleMs = 5_000;
const longestMs = 180_000;
/** Two samples in a row that differ by less, in cores, are the same. */
const steadyCores = 0.02;

/**
 * Waits until the installation's CPU use has stopped falling.
 * @returns false when it had not after three minutes
 */
export async function awaitIdle(landmarks: Landmarks, signal: AbortSignal): Promise<boolean> {
  // Caches that were filled while stacks came up are written back and given up in this time.
  await sleep(sampleMs, undefined, { signal });
  const deadline = performance.now() + longestMs;
  let last = Number.POSITIVE_INFINITY;
  while (performance.now() < deadline) {
    const { cores } = await measureCpu(landmarks, sampleMs, signal);
    if (last - cores < steadyCores && cores - last < steadyCores) return true;
    last = cores;
  }
  return false;
}
