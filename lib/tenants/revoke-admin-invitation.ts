import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/** Takes back an open invitation to run the fleet; its link stops working. @throws invitation_invalid */
export async function revokeAdminInvitation(db: Db, id: string, actor: Actor, now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    const won = await tx.invitation.updateMany({
      where: { id, adminRole: { not: null }, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    // Accepted in this very moment, or taken back by somebody else.
    if (won.count === 0) throw failure("invitation_invalid");
    const { email } = await tx.invitation.findUniqueOrThrow({ where: { id }, select: { email: true } });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "invitation.revoked",
      subject: `admin:${email}`,
    });
  });
}
