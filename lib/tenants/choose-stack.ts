import { randomUUID } from "node:crypto";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import type { Tx } from "../db/client.ts";
import type { MasterKey } from "../secrets/key.ts";
import { generateSecrets, seal } from "../secrets/seal.ts";
import { placeStack } from "./place-stack.ts";
import { takeWarmStack } from "./take-warm-stack.ts";

/** What of an application decides which stack it gets. */
export interface StackWish {
  readonly slug: string;
  readonly regionId: string;
  /** What to start with: `empty` or a sample site's kind. */
  readonly sample: string;
  /** The demo that is to become theirs. */
  readonly keepStackId: string | null;
}

export interface ChosenStack {
  readonly stackId: string;
  readonly engine: string;
  readonly release: string;
  readonly how: "kept" | "warm" | "new";
}

/**
 * Gives a tenant whose row is there its stack, inside the caller's transaction, which wakes the
 * worker: the demo they made their own, else a finished one of the warm pool, else a new one. The
 * worker then tells the stack whose it is and puts in what was asked for (lib/domain/introduction.ts).
 * @throws region_unknown, not_up, subnet_pool_exhausted
 */
export async function chooseStack(tx: Tx, key: MasterKey, tenantId: string, wish: StackWish): Promise<ChosenStack> {
  const kept = wish.keepStackId === null ? null : await takeKeptStack(tx, wish.keepStackId);
  const made = kept ?? (await takeWarmStack(tx, wish.regionId));
  if (made === null) return createStack(tx, key, tenantId, wish);
  await tx.stack.update({
    where: { id: made.stackId },
    data: {
      kind: "tenant",
      tenantId,
      isCurrent: true,
      claimedAt: new Date(),
      expiresAt: null,
      generation: { increment: 1 },
      phase: "converging",
      attempts: 0,
      notBefore: new Date(),
    },
  });
  return { stackId: made.stackId, engine: made.engineId, release: made.releaseId, how: kept ? "kept" : "warm" };
}

/** Locks a demo that is still there; null when it is gone, or going. */
async function takeKeptStack(tx: Tx, id: string) {
  const found = await tx.$queryRaw<{ stackId: string; engineId: string; releaseId: string }[]>`
    SELECT id AS "stackId", engine_id AS "engineId", release_id AS "releaseId" FROM stacks
    WHERE id = ${id}::uuid AND kind = 'demo' AND tenant_id IS NULL AND purge_confirmed_at IS NULL FOR UPDATE`;
  return found[0] ?? null;
}

async function createStack(tx: Tx, key: MasterKey, tenantId: string, wish: StackWish): Promise<ChosenStack> {
  const { engine, releaseId } = await placeStack(tx, wish.regionId);
  const stackId = randomUUID();
  await tx.stack.create({
    data: {
      id: stackId,
      name: wish.slug,
      tenantId,
      engineId: engine.id,
      releaseId,
      secretsSealed: seal(key, wish.slug, generateSecrets()),
    },
  });
  await allocateSubnet(tx, engine, stackId);
  return { stackId, engine: engine.id, release: releaseId, how: "new" };
}
