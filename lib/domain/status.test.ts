import { describe, expect, test } from "vitest";
import {
  type Intent,
  type ObservedStack,
  observationLeaseMs,
  type StackPhase,
  type StatusFacts,
  type TenantStatus,
  tenantStatus,
} from "./status.ts";
import { wantedOf } from "./wanted.ts";

const now = new Date("2026-03-01T12:00:00Z");
const ago = (ms: number): Date => new Date(now.getTime() - ms);
const seen = (ready: boolean): ObservedStack => ({ services: {}, ready });

const facts = (change: Partial<StatusFacts>): StatusFacts => ({
  intent: "running",
  purgeConfirmed: false,
  purged: false,
  stack: { phase: "settled", everReady: true, observed: seen(true), observedAt: now },
  ...change,
});

const intents: readonly Intent[] = ["running", "hibernated", "suspended", "closed"];
const phases: readonly StackPhase[] = ["converging", "settled", "failed"];
const observations = { "not looked at": null, ready: seen(true), "not ready": seen(false) } as const;
const times = {
  never: null,
  "just now": now,
  "150 s ago": ago(observationLeaseMs),
  "longer ago": ago(observationLeaseMs + 1),
};

const stacks: readonly StatusFacts["stack"][] = [
  null,
  ...phases.flatMap((phase) =>
    [true, false].flatMap((everReady) =>
      Object.values(observations).flatMap((observed) =>
        Object.values(times).map((observedAt) => ({ phase, everReady, observed, observedAt })),
      ),
    ),
  ),
];

describe("what outranks whatever is observed", () => {
  test.each(intents)("purged, whatever else (intent %s)", (intent) => {
    for (const purgeConfirmed of [true, false]) {
      for (const stack of stacks) {
        expect(tenantStatus({ intent, purgeConfirmed, purged: true, stack }, now)).toBe("purged");
      }
    }
  });

  test.each(intents)("a confirmed purge (intent %s)", (intent) => {
    for (const stack of stacks) {
      expect(tenantStatus({ intent, purgeConfirmed: true, purged: false, stack }, now)).toBe("purging");
    }
  });

  test.each(["hibernated", "suspended", "closed"] as const)("the intent %s", (intent) => {
    for (const stack of stacks) {
      expect(tenantStatus({ intent, purgeConfirmed: false, purged: false, stack }, now)).toBe(intent);
    }
  });
});

describe("a tenant that should run", () => {
  test("without a stack is being provisioned", () =>
    expect(tenantStatus(facts({ stack: null }), now)).toBe("provisioning"));

  test("has failed when its stack has, whatever was observed", () => {
    for (const stack of stacks) {
      if (stack?.phase === "failed") expect(tenantStatus(facts({ stack }), now)).toBe("failed");
    }
  });

  test("is being provisioned until its site has answered once, whatever was observed", () => {
    for (const stack of stacks) {
      if (stack && stack.phase !== "failed" && !stack.everReady) {
        expect(tenantStatus(facts({ stack }), now)).toBe("provisioning");
      }
    }
  });

  test.each<[StackPhase, keyof typeof observations, keyof typeof times, TenantStatus]>([
    ["settled", "ready", "just now", "running"],
    ["settled", "ready", "150 s ago", "running"],
    ["settled", "ready", "longer ago", "unknown"],
    ["settled", "ready", "never", "unknown"],
    ["settled", "not ready", "just now", "repairing"],
    ["settled", "not ready", "150 s ago", "repairing"],
    ["settled", "not ready", "longer ago", "unknown"],
    ["settled", "not ready", "never", "unknown"],
    ["settled", "not looked at", "just now", "unknown"],
    ["settled", "not looked at", "150 s ago", "unknown"],
    ["settled", "not looked at", "longer ago", "unknown"],
    ["settled", "not looked at", "never", "unknown"],
    ["converging", "ready", "just now", "repairing"],
    ["converging", "ready", "150 s ago", "repairing"],
    ["converging", "ready", "longer ago", "unknown"],
    ["converging", "ready", "never", "unknown"],
    ["converging", "not ready", "just now", "repairing"],
    ["converging", "not ready", "150 s ago", "repairing"],
    ["converging", "not ready", "longer ago", "unknown"],
    ["converging", "not ready", "never", "unknown"],
    ["converging", "not looked at", "just now", "unknown"],
    ["converging", "not looked at", "150 s ago", "unknown"],
    ["converging", "not looked at", "longer ago", "unknown"],
    ["converging", "not looked at", "never", "unknown"],
  ])("and has answered before: %s, %s, %s is %s", (phase, observed, time, status) => {
    const stack = { phase, everReady: true, observed: observations[observed], observedAt: times[time] };
    expect(tenantStatus(facts({ stack }), now)).toBe(status);
  });
});

test.each([
  ["running", false, "running"],
  ["hibernated", false, "stopped"],
  ["suspended", false, "stopped"],
  ["closed", false, "stopped"],
  ["running", true, "absent"],
  ["closed", true, "absent"],
] as const)("intent %s with purge confirmed %s wants containers %s", (intent, purgeConfirmed, wanted) =>
  expect(wantedOf({ intent, purgeConfirmed })).toBe(wanted),
);
