import { randomUUID } from "node:crypto";
import { allocateSubnet } from "../db/allocate-subnet.ts";
import type { Tx } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";
import { bornSiteName, madeAheadName } from "../domain/stack-names.ts";
import type { MasterKey } from "../secrets/key.ts";
import { generateSecrets, seal } from "../secrets/seal.ts";
import { placeStack } from "./place-stack.ts";

export interface SpareStack {
  readonly stackId: string;
  readonly name: string;
  readonly bornHost: string;
}

/**
 * Writes a stack that belongs to no tenant: for the warm pool, or for a demo's visitor who waits for
 * it. Inside the caller's transaction, which the worker is woken by.
 * @param demo when it is a demo's, until when
 * @throws region_unknown, not_up, subnet_pool_exhausted
 */
export async function createSpareStack(
  tx: Tx,
  key: MasterKey,
  demo: { readonly claimedAt: Date; readonly expiresAt: Date } | null,
): Promise<SpareStack> {
  const { engine, releaseId } = await placeStack(tx, undefined);
  const kind = demo ? "demo" : "pool";
  const [stackId, name, bornHost] = [randomUUID(), madeAheadName(kind), madeAheadName("demo")];
  await tx.stack.create({
    data: {
      id: stackId,
      name,
      kind,
      bornHost,
      bornName: bornSiteName,
      engineId: engine.id,
      releaseId,
      secretsSealed: seal(key, name, generateSecrets()),
      ...demo,
    },
  });
  await allocateSubnet(tx, engine, stackId);
  await wakeWorker(tx, stackId);
  return { stackId, name, bornHost };
}
