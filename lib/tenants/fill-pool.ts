import type { Db } from "../db/client.ts";
import type { MasterKey } from "../secrets/key.ts";
import { createSpareStack } from "./create-spare-stack.ts";

/** Has the worker make one more stack for the warm pool. @returns its name @throws subnet_pool_exhausted, not_up */
export const fillPool = (db: Db, key: MasterKey): Promise<string> =>
  db.$transaction(async (tx) => (await createSpareStack(tx, key, null)).name);
