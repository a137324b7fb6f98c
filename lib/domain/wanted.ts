import type { Intent } from "./status.ts";

/** What we want of a stack's containers, given its tenant's intent. */
export function wantedOf(facts: {
  readonly intent: Intent;
  readonly purgeConfirmed: boolean;
}): "running" | "stopped" | "absent" {
  if (facts.purgeConfirmed) return "absent";
  return facts.intent === "running" ? "running" : "stopped";
}
