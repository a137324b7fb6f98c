import { appendAudit } from "../db/append-audit.ts";
import type { Db, Tx } from "../db/client.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

export interface TenantNote {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly createdAt: Date;
}

/** More than anybody reads on one page. */
const shown = 50;

/** What admins wrote down about a tenant, the newest first. */
export const listNotes = (db: Tx, tenantId: string): Promise<TenantNote[]> =>
  db.note.findMany({
    where: { tenantId },
    orderBy: { createdAt: "desc" },
    take: shown,
    select: { id: true, author: true, text: true, createdAt: true },
  });

/** @throws tenant_unknown */
export async function addNote(db: Db, slug: string, text: string, actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { slug }, select: { id: true } });
    if (!tenant) throw failure("tenant_unknown", { slug });
    const { id } = await tx.note.create({ data: { tenantId: tenant.id, author: actor.name, text } });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "tenant.note-added",
      subject: `tenant:${slug}`,
      details: { note: id },
    });
  });
}
