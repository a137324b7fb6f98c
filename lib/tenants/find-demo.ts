import type { Tx } from "../db/client.ts";
import { demoEnd } from "../domain/demo-end.ts";
import { poolSample } from "../domain/demo-pool.ts";

export interface Demo {
  readonly stackId: string;
  /** `making` until it can be entered. */
  readonly state: "making" | "ready";
  readonly expiresAt: Date;
}

/** A visitor's demo; null when it is over, failed, or has become somebody's. */
export async function findDemo(db: Tx, stackId: string, now = new Date()): Promise<Demo | null> {
  const row = await db.stack.findUnique({
    where: { id: stackId, kind: "demo", tenantId: null, purgeConfirmedAt: null, phase: { not: "failed" } },
    select: {
      readyAt: true,
      sample: true,
      expiresAt: true,
      keptBy: { select: { status: true, createdAt: true, verifiedAt: true } },
    },
  });
  if (row === null || row.expiresAt === null) return null;
  const expiresAt = demoEnd(row.expiresAt, row.keptBy);
  if (expiresAt <= now) return null;
  return { stackId, expiresAt, state: row.readyAt !== null && row.sample === poolSample ? "ready" : "making" };
}
