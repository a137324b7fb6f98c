import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { wakeWorker } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/** Has the worker try again at once, also after a terminal error. @throws tenant_unknown */
export async function retryStack(db: Db, slug: string, actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    const stack = await tx.stack.findFirst({ where: { tenant: { slug }, isCurrent: true }, select: { id: true } });
    if (!stack) throw failure("tenant_unknown", { slug });
    await tx.stack.update({
      where: { id: stack.id },
      data: { phase: "converging", attempts: 0, notBefore: new Date(), generation: { increment: 1 } },
    });
    await wakeWorker(tx, stack.id);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      action: "stack.retried",
      subject: `tenant:${slug}`,
    });
  });
}
