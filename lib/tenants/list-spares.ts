import type { Tx } from "../db/client.ts";
import { type PoolState, poolState } from "../domain/demo-pool.ts";
import { readPool } from "./read-pool.ts";
import { listDemos, type RunningDemo } from "./survey-demos.ts";

/** A stack that is no client's. */
export interface SpareRow {
  readonly name: string;
  readonly kind: "pool" | "demo";
  readonly state: PoolState | RunningDemo["state"];
  /** A demo's; nobody is to visit one of the pool. */
  readonly url: string | null;
  readonly createdAt: Date;
  /** When a demo ends. */
  readonly expiresAt: Date | null;
  /** Company that asked to keep it. */
  readonly keptFor: string | null;
  readonly problem: string | null;
}

/** The warm pool, the oldest first, then demos, the next to end first. @param port the edge's, part of each URL */
export async function listSpares(db: Tx, port: number): Promise<SpareRow[]> {
  const [{ stacks, newestRelease }, demos] = await Promise.all([readPool(db), listDemos(db, port)]);
  return [
    ...stacks.map((stack): SpareRow => {
      const { name, createdAt, problem } = stack;
      const state = poolState(stack, newestRelease);
      return { name, kind: "pool", state, url: null, createdAt, expiresAt: null, keptFor: null, problem };
    }),
    ...demos.map(({ name, state, url, claimedAt, expiresAt, keptFor, problem }): SpareRow => {
      return { name, kind: "demo", state, url, createdAt: claimedAt, expiresAt, keptFor, problem };
    }),
  ];
}
