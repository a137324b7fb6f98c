import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { failure } from "../errors.ts";

/**
 * How often one address (or one account, where a key says so) may do what a stranger can do.
 * Counted in the portal's one process; a restart begins anew, which costs an attacker more than us.
 */
const limits = {
  /** Steps of the way there; nothing is written by them. */
  signUpStep: { points: 120, minutes: 10 },
  signUp: { points: 10, minutes: 60 },
  signIn: { points: 20, minutes: 10 },
  /** Wrong passwords for one account, from wherever. */
  signInAccount: { points: 10, minutes: 10 },
  verify: { points: 20, minutes: 10 },
  /** Mails that one address can have sent. */
  mail: { points: 5, minutes: 30 },
  reset: { points: 10, minutes: 30 },
  demo: { points: 6, minutes: 60 },
  /** Into a demo that is one's own already. */
  demoReturn: { points: 60, minutes: 60 },
  slugCheck: { points: 120, minutes: 1 },
  invitation: { points: 20, minutes: 10 },
} as const;

export type LimitName = keyof typeof limits;

/** Next bundles pages, routes and actions apart; they meet in the process. */
const shared = globalThis as { freeholdLimiters?: Map<LimitName, RateLimiterMemory> };

function limiter(name: LimitName): RateLimiterMemory {
  shared.freeholdLimiters ??= new Map();
  let found = shared.freeholdLimiters.get(name);
  if (!found) {
    const { points, minutes } = limits[name];
    found = new RateLimiterMemory({ keyPrefix: name, points: points * limitFactor(), duration: minutes * 60 });
    shared.freeholdLimiters.set(name, found);
  }
  return found;
}

/** Tests make in a minute what people make in a week, all from one address. */
function limitFactor(env: NodeJS.ProcessEnv = process.env): number {
  const factor = Number(env.FREEHOLD_LIMIT_FACTOR ?? 1);
  return Number.isFinite(factor) && factor >= 1 ? factor : 1;
}

/**
 * Counts one use. @throws too_many with the seconds to wait
 */
export async function takeFromLimit(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(key);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    throw failure("too_many", { seconds: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)) });
  }
}
