import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import type { Actor } from "./actor.ts";

/** Ends an investor's link; demos that were opened by it go on. One that is ended already stays so. */
export async function revokeDemoLink(db: Db, id: string, actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.demoLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0) return;
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "demo-link.revoked",
      subject: `demo-link:${id}`,
    });
  });
}
