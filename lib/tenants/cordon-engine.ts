import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/**
 * Lets nothing new onto an engine, or lets it again. What stands there goes on and is looked after
 * as before; finished stacks of the warm pool there wait.
 * @param reason why, in words for other admins
 * @returns whether anything changed
 * @throws engine_unknown
 */
export async function cordonEngine(
  db: Db,
  id: string,
  cordoned: boolean,
  reason: string | null,
  actor: Actor,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.engine.updateMany({ where: { id, cordoned: !cordoned }, data: { cordoned } });
    if (count === 0) {
      if ((await tx.engine.count({ where: { id } })) === 0) throw failure("engine_unknown", { engine: id });
      return false;
    }
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: cordoned ? "engine.cordoned" : "engine.uncordoned",
      subject: `engine:${id}`,
      reason,
    });
    return true;
  });
}
