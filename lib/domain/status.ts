/** What people see of a tenant, derived from three facts that are kept apart. */

export type Intent = "running" | "hibernated" | "suspended" | "closed";
export type StackPhase = "converging" | "settled" | "failed";

export const tenantStatuses = [
  "provisioning",
  "running",
  "repairing",
  "failed",
  "unknown",
  "hibernated",
  "suspended",
  "closed",
  "purging",
  "purged",
] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

export type ServiceState = "running" | "starting" | "stopped" | "missing";

/** What the worker saw of a stack at one moment. */
export interface ObservedStack {
  readonly services: Readonly<Record<string, { readonly state: ServiceState; readonly containerId: string | null }>>;
  /** Whether every probe over HTTP was answered. */
  readonly ready: boolean;
}

/** An observation older than this reads `unknown`, never `running`. Milliseconds. */
export const observationLeaseMs = 150_000;

export interface StatusFacts {
  readonly intent: Intent;
  readonly purgeConfirmed: boolean;
  readonly purged: boolean;
  readonly stack: {
    readonly phase: StackPhase;
    readonly everReady: boolean;
    readonly observed: ObservedStack | null;
    readonly observedAt: Date | null;
  } | null;
}

export function tenantStatus(facts: StatusFacts, now: Date): TenantStatus {
  if (facts.purged) return "purged";
  if (facts.purgeConfirmed) return "purging";
  if (facts.intent !== "running") return facts.intent;
  const { stack } = facts;
  if (stack === null) return "provisioning";
  if (stack.phase === "failed") return "failed";
  if (!stack.everReady) return "provisioning";
  const fresh = stack.observedAt !== null && now.getTime() - stack.observedAt.getTime() <= observationLeaseMs;
  if (!fresh || stack.observed === null) return "unknown";
  return stack.observed.ready && stack.phase === "settled" ? "running" : "repairing";
}

/** Whether a visitor may be led to the site: it answers, or it did when somebody last looked. */
export const isOpenToVisitors = (status: TenantStatus): boolean =>
  status === "running" || status === "repairing" || status === "unknown";
