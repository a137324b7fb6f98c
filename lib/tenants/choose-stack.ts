import { randomUUID } from "node:crypto";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import type { Tx } from "../db/client.ts";
import type { MasterKey } from "../secrets/key.ts";
import { generateSecrets, seal } from "../secrets/seal.ts";
import { placeStack } from "./place-stack.ts";

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
  readonly how: "new";
}

/**
 * Gives a tenant whose row is there its stack, inside the caller's transaction, which wakes the worker.
 * @throws region_unknown, not_up, subnet_pool_exhausted
 */
export async function chooseStack(tx: Tx, key: MasterKey, tenantId: string, wish: StackWish): Promise<ChosenStack> {
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
