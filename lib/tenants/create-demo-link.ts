import { randomUUID } from "node:crypto";
import { appendAudit } from "../db/append-audit.ts";
import type { Db } from "../db/client.ts";
import { hashToken, newToken } from "../domain/link-token.ts";
import type { Actor } from "./actor.ts";

export interface NewDemoLink {
  /** Whom it is for. */
  readonly name: string;
  readonly greeting: string | null;
  readonly expiresAt: Date;
  readonly maxUses: number;
}

/** Makes an investor's link. @returns its token, which is in no other place and is not shown again */
export async function createDemoLink(db: Db, link: NewDemoLink, actor: Actor): Promise<{ token: string }> {
  const token = newToken();
  const id = randomUUID();
  await db.$transaction(async (tx) => {
    await tx.demoLink.create({ data: { id, ...link, tokenHash: hashToken(token), createdBy: actor.name } });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "demo-link.created",
      subject: `demo-link:${id}`,
      details: { name: link.name, expiresAt: link.expiresAt.toISOString(), maxUses: link.maxUses },
    });
  });
  return { token };
}
