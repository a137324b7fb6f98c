import type { Tx } from "../db/client.ts";
import { poolSample } from "../domain/demo-pool.ts";
import { type ProvisioningStep, provisioningSteps } from "../domain/provisioning.ts";
import { siteUrl } from "../domain/site-url.ts";

export interface Demo {
  readonly stackId: string;
  readonly name: string;
  /** `making` until it can be entered; `failed` when it will not be. */
  readonly state: "making" | "ready" | "failed";
  readonly url: string;
  readonly claimedAt: Date;
  readonly expiresAt: Date;
  /** What was done to make it, in order; nothing for one that was waiting. */
  readonly steps: readonly ProvisioningStep[];
}

/** A start takes about a dozen; more than any has, also when it is tried again and again. */
const mostOperations = 200;

/** A visitor's demo; null when it is over, or has become somebody's. @param port the edge's port */
export async function findDemo(db: Tx, stackId: string, port: number, now = new Date()): Promise<Demo | null> {
  const row = await db.stack.findUnique({
    where: { id: stackId },
    include: {
      engine: { select: { region: { select: { baseDomain: true } } } },
      operations: { orderBy: { id: "asc" }, take: mostOperations },
    },
  });
  if (row?.kind !== "demo" || row.tenantId !== null || row.purgeConfirmedAt !== null) return null;
  const { bornHost, expiresAt, claimedAt } = row;
  if (bornHost === null || expiresAt === null || claimedAt === null || expiresAt <= now) return null;
  const isReady = row.readyAt !== null && row.sample === poolSample;
  return {
    stackId: row.id,
    name: row.name,
    state: isReady ? "ready" : row.phase === "failed" ? "failed" : "making",
    url: siteUrl(bornHost, row.engine.region.baseDomain, port),
    claimedAt,
    expiresAt,
    steps: provisioningSteps(
      row.operations.map(({ id, kind, target, startedAt, endedAt, errorCode }) => ({
        id: id.toString(),
        kind,
        target,
        startedAt: startedAt.getTime(),
        endedAt: endedAt?.getTime() ?? null,
        failed: errorCode !== null,
      })),
      isReady ? "running" : "provisioning",
    ),
  };
}
