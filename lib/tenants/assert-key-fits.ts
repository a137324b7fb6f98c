import type { Db } from "../db/client.ts";
import { FreeholdError, failure } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";

/** A few, as one stack's secrets may be damaged. */
const tried = 5;

/**
 * Makes sure that a key is the one that the installation's secrets were sealed with; the oldest stacks tell.
 * @throws key_wrong
 */
export async function assertKeyFits(db: Db, key: MasterKey): Promise<void> {
  const stacks = await db.stack.findMany({
    orderBy: { createdAt: "asc" },
    take: tried,
    select: { name: true, secretsSealed: true },
  });
  const [oldest] = stacks;
  if (oldest && !stacks.some(({ name, secretsSealed }) => opens(key, name, secretsSealed))) {
    throw failure("key_wrong", { stack: oldest.name });
  }
}

function opens(key: MasterKey, stack: string, sealed: Uint8Array): boolean {
  try {
    unseal(key, stack, sealed);
    return true;
  } catch (error) {
    if (error instanceof FreeholdError && error.code === "unseal_failed") return false;
    throw error;
  }
}
