/** What the warm pool is to have, decided from what it has; pure. */

export const poolSample = "demo";

/** An unclaimed stack as far as the pool's keeper looks at it. */
export interface PoolStack {
  readonly id: string;
  readonly releaseId: string;
  readonly phase: "converging" | "settled" | "failed";
  /** Nothing that was asked of it is still to be done. */
  readonly isSettled: boolean;
  readonly everReady: boolean;
  /** Whether it answered at the last look. */
  readonly answers: boolean;
  readonly sample: string | null;
  readonly attempts: number;
  readonly isEnding: boolean;
  readonly createdAt: Date;
}

export type PoolState = "available" | "warming" | "failed" | "outdated" | "ending";

export interface PoolFacts {
  /** Oldest first. */
  readonly stacks: readonly PoolStack[];
  readonly newestRelease: string | null;
  /** How many are to wait. */
  readonly size: number;
  /** Whether the machine has better things to do. */
  readonly isBusy: boolean;
}

export interface PoolPlan {
  readonly end: readonly { readonly id: string; readonly cause: "failed" | "outdated" | "surplus" }[];
  /** One is made at a time. */
  readonly make: boolean;
}

/** Attempts after which an unclaimed stack is given up: about half a minute; a new one costs a second or two. */
export const attemptsAllowed = 5;

/** The same as the condition of the claim (lib/tenants/take-warm-stack.ts), for people and for the keeper. */
export function poolState(stack: PoolStack, newestRelease: string | null): PoolState {
  if (stack.isEnding) return "ending";
  if (stack.phase === "failed" || stack.attempts >= attemptsAllowed) return "failed";
  if (stack.releaseId !== newestRelease) return "outdated";
  return stack.isSettled && stack.everReady && stack.answers && stack.sample === poolSample ? "available" : "warming";
}

/**
 * Failed ones go at once. Older releases go and new stacks come one at a time, while the machine is
 * idle. What is too many goes at once, those not finished first.
 */
export function planPool({ stacks, newestRelease, size, isBusy }: PoolFacts): PoolPlan {
  const of = (state: PoolState): PoolStack[] => stacks.filter((stack) => poolState(stack, newestRelease) === state);
  const [failed, outdated, warming, available] = [of("failed"), of("outdated"), of("warming"), of("available")];
  const end: { id: string; cause: "failed" | "outdated" | "surplus" }[] = failed.map(({ id }) => ({
    id,
    cause: "failed",
  }));
  if (size === 0) end.push(...outdated.map(({ id }) => ({ id, cause: "surplus" }) as const));
  else if (!isBusy && outdated[0]) end.push({ id: outdated[0].id, cause: "outdated" });
  // The newest go first: they are the least finished, and the oldest has waited longest to be used.
  const surplus = [...available, ...warming].slice(size);
  end.push(...surplus.map(({ id }) => ({ id, cause: "surplus" }) as const));
  const kept = available.length + warming.length - surplus.length;
  return { end, make: newestRelease !== null && kept < size && warming.length === 0 && !isBusy };
}

/**
 * `FREEHOLD_DEMO_POOL`: the pool's size whatever the setting says, for test installations and for
 * machines that have no room to spare. Null when it says nothing.
 */
export function poolSizeOverride(env: Readonly<Record<string, string | undefined>>): number | null {
  const text = env.FREEHOLD_DEMO_POOL;
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;
}
