import { appendAudit } from "../db/append-audit.ts";
import { type Db, Prisma } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { endSpareStacks } from "./end-spare-stacks.ts";

/** Ends a demo now, also one that somebody asked to keep. @throws demo_over */
export async function endDemo(db: Db, stackId: string, actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    const [name] = await endSpareStacks(tx, Prisma.sql`s.kind = 'demo' AND s.id = ${stackId}::uuid`);
    if (name === undefined) throw failure("demo_over");
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "demo.ended",
      subject: `stack:${name}`,
    });
  });
}
