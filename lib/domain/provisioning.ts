import type { TenantStatus } from "./status.ts";

/** How a stack comes up, told to the person who waits for it: few steps, each in plain words. */

/** One planned Docker call as it was carried out; times in milliseconds since 1970, so that it travels as JSON. */
export interface ProgressOperation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly failed: boolean;
}

export interface ProvisioningStep {
  readonly id: StepId;
  readonly name: string;
  readonly state: "pending" | "running" | "done" | "failed";
  readonly startedAt: number | null;
  readonly durationMs: number | null;
}

const names = {
  network: "Preparing your private network",
  storage: "Setting aside your storage",
  database: "Starting your database",
  cms: "Starting your CMS",
  site: "Starting your website",
  opening: "Opening your address",
} as const;
type StepId = keyof typeof names;

const steps = Object.keys(names) as StepId[];
const services: Readonly<Record<string, StepId>> = { db: "database", api: "cms", web: "site" };

function stepOf({ kind, target }: ProgressOperation): StepId | null {
  if (kind === "await-ready") return "opening";
  if (kind === "create-network") return "network";
  if (kind === "create-volume") return "storage";
  return /-(container|network)$/.test(kind) ? (services[target] ?? null) : null;
}

/**
 * Operations as steps. Of a step that was tried more than once, the last try counts.
 * @param status once it is `running`, whatever was not needed counts as done
 */
export function provisioningSteps(
  operations: readonly ProgressOperation[],
  status: TenantStatus,
): readonly ProvisioningStep[] {
  return steps.map((id) => {
    const own = operations.filter((operation) => stepOf(operation) === id);
    const last = latestOfEach(own);
    const startedAt = last.length > 0 ? Math.min(...last.map((operation) => operation.startedAt)) : null;
    const open = last.some(({ endedAt }) => endedAt === null);
    const state = stateOf(last, open, status);
    const ended = Math.max(...last.map(({ endedAt }) => endedAt ?? 0));
    const durationMs = startedAt !== null && !open && state !== "pending" ? ended - startedAt : null;
    return { id, name: names[id], state, startedAt, durationMs };
  });
}

function stateOf(last: readonly ProgressOperation[], open: boolean, status: TenantStatus): ProvisioningStep["state"] {
  if (status === "running") return "done";
  if (last.some(({ failed }) => failed)) return "failed";
  if (last.length === 0) return "pending";
  return open ? "running" : "done";
}

/** A retry does again what failed, under the same kind and target. */
function latestOfEach(operations: readonly ProgressOperation[]): ProgressOperation[] {
  const latest = new Map<string, ProgressOperation>();
  for (const operation of operations) {
    const key = `${operation.kind} ${operation.target}`;
    const known = latest.get(key);
    if (!known || BigInt(operation.id) > BigInt(known.id)) latest.set(key, operation);
  }
  return [...latest.values()];
}

/** What a page about a stack that comes up knows. */
export interface Provisioning {
  readonly status: TenantStatus;
  readonly operations: readonly ProgressOperation[];
  /** Why it is not up, in words for clients; null while nothing is wrong. */
  readonly trouble: ProvisioningTrouble | null;
}

export interface ProvisioningTrouble {
  readonly what: string;
  readonly next: string;
}

/**
 * What went wrong, for somebody who has never heard of a container. Who has to act is said, and
 * it is never the client.
 * @param code of lib/errors.ts
 * @param terminal whether nothing is tried again by itself
 */
export function provisioningTrouble(code: string | null, terminal: boolean): ProvisioningTrouble | null {
  if (code === null) return null;
  const what = causes[code] ?? "One of the steps did not work.";
  return terminal
    ? {
        what,
        next: "We have been told, and somebody looks at it now. You need not do anything; nothing you entered is lost.",
      }
    : { what, next: "We are trying again by ourselves. You can leave this page; it will be ready when you come back." };
}

const causes: Readonly<Record<string, string>> = {
  engine_missing: "The machine your CMS runs on does not answer at the moment.",
  engine_unreachable: "The machine your CMS runs on does not answer at the moment.",
  engine_timeout: "The machine your CMS runs on is very busy.",
  engine_refused: "The machine your CMS runs on refused one of the steps.",
  image_missing: "A part of the CMS is being prepared on the machine.",
  subnet_pool_exhausted: "There is no room for another private network right now.",
  subnet_conflict: "The network we had in mind for you is taken; we are choosing another.",
  address_taken: "The network we had in mind for you is taken; we are choosing another.",
  disk_full: "The machine has no room left on its disk.",
  home_full: "The machine has no room left on its disk.",
  not_ready: "Your CMS takes longer than usual to answer.",
  container_exited: "A part of your CMS stopped while it was starting.",
  volume_missing: "Your storage cannot be found. We have stopped so that nothing is overwritten.",
};
