import type { Logger } from "pino";
import type { Db } from "../db/client.ts";
import type { Poster } from "../outbound/post-for-stack.ts";
import type { MasterKey } from "../secrets/key.ts";
import { settleOutgoing, takeOutgoing } from "../stack-api/outgoing.ts";
import { stackApiOf } from "../tenants/stack-api-of.ts";

/** How long to wait for a stack's next request once it had one. Seconds. */
const nextWithin = 1;
/** Made for one stack in a row; what is left waits for the next sweep, so that no stack keeps a lane. */
const mostInARow = 200;

/**
 * Makes the requests a stack wants made, as it may not leave its network: its webhooks. Nothing is lost
 * when it ends in the middle: the stack sends again what it hears nothing of.
 * @throws stack_api_failed, unseal_failed
 */
export async function carryOutgoing(
  { db, key, log, poster }: { db: Db; key: MasterKey; log: Logger; poster: Poster },
  stackId: string,
): Promise<void> {
  const stack = await db.stack.findUnique({
    where: { id: stackId },
    select: { name: true, secretsSealed: true, subnet: { select: { cidr: true } } },
  });
  const api = stack && stackApiOf(key, stack);
  if (!api) return;
  let made = 0;
  try {
    while (made < mostInARow) {
      const requests = await takeOutgoing(api, nextWithin);
      if (requests.length === 0) break;
      await Promise.all(requests.map(async (request) => settleOutgoing(api, request.id, await poster.post(request))));
      made += requests.length;
    }
  } finally {
    if (made > 0) log.info({ stack: api.stack, requests: made }, "requests carried");
  }
}
