import type { ErrorCode } from "@/lib/errors.ts";

const words: Partial<Record<ErrorCode, string>> = {
  slug_taken: "its address was given to another client meanwhile. Take the approval back, then reject it.",
  slug_reserved: "its address was reserved meanwhile. Take the approval back, then reject it.",
  subnet_pool_exhausted: "no network is free. Purge closed clients, or give the engine a larger pool.",
  region_unknown: "its region is gone.",
  not_up: "no engine of its region takes new clients, or no release was built. See Engines.",
};

/** Why an approved application has not started yet, and what helps. @param code of lib/errors.ts */
export const startErrorWords = (code: string): string =>
  words[code as ErrorCode] ?? `${code.replaceAll("_", " ")}. See the worker’s log.`;
