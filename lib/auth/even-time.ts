import { setTimeout as sleep } from "node:timers/promises";

/** More than any of these takes on a busy machine. Milliseconds. */
const floorMs = 350;

/**
 * Answers no sooner than after a fixed time, whether there was something to do or not: how long it
 * took does not tell whether an address has an account.
 */
export async function evenTime<T>(work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), sleep(floorMs)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
