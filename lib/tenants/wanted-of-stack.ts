import { type Wanted, wantedOf } from "../domain/wanted.ts";
import type { StackRow } from "./load-stack.ts";

/** What is wanted of a stack's containers: its tenant's intent, or its own when it belongs to nobody yet. */
export function wantedOfStack({ tenant, purgeConfirmedAt }: StackRow): Wanted {
  const owner = tenant ?? { intent: "running" as const, purgeConfirmedAt };
  return wantedOf({ intent: owner.intent, purgeConfirmed: owner.purgeConfirmedAt !== null });
}
