import type { Intent } from "./status.ts";

export type Wanted = "running" | "stopped" | "absent";

/** What we want of a stack's containers, given its tenant's intent. */
export function wantedOf(facts: { readonly intent: Intent; readonly purgeConfirmed: boolean }): Wanted {
  if (facts.purgeConfirmed) return "absent";
  return facts.intent === "running" ? "running" : "stopped";
}
