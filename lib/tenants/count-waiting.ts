import type { Tx } from "../db/client.ts";

/** What waits for an admin, for the numbers in the navigation. */
export interface Waiting {
  /** Applications that somebody has to decide. */
  readonly applications: number;
  /** Clients whose stack stopped at a terminal error and should be running. */
  readonly failedStacks: number;
}

export async function countWaiting(db: Tx): Promise<Waiting> {
  const [applications, failedStacks] = await Promise.all([
    db.application.count({ where: { status: "pending" } }),
    db.stack.count({
      where: { phase: "failed", isCurrent: true, tenant: { intent: "running", purgeConfirmedAt: null } },
    }),
  ]);
  return { applications, failedStacks };
}
