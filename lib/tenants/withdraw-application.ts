import { appendAudit } from "../db/append-audit.ts";
import type { Db, Prisma } from "../db/client.ts";
import { announceChange } from "../db/wake.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/**
 * Gives an application up that is not decided yet, and its address free.
 * @param userId whose it must be; null for somebody who proved otherwise that it is theirs, while it is unverified
 * @throws application_unknown also when it is decided or was given up already
 */
export async function withdrawApplication(db: Db, id: string, userId: string | null, actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    const whose: Prisma.ApplicationWhereInput =
      userId === null ? { status: "unverified" } : { userId, status: { in: ["unverified", "pending"] } };
    const given = await tx.application.updateMany({ where: { id, ...whose }, data: { status: "lapsed" } });
    if (given.count === 0) throw failure("application_unknown");
    const { slug } = await tx.application.findUniqueOrThrow({ where: { id }, select: { slug: true } });
    await announceChange(tx, id);
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "application.withdrawn",
      subject: `application:${slug}`,
      details: { application: id },
    });
  });
}
