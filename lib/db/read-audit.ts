import type { AuditRecord } from "../domain/audit-chain.ts";
import type { Prisma, Tx } from "./client.ts";

const pageSize = 1_000;

/**
 * Audit events in order, read a page at a time.
 * @param where all of them when left out
 */
export async function* readAudit(db: Tx, where: Prisma.AuditEventWhereInput = {}): AsyncGenerator<AuditRecord> {
  let after = 0n;
  for (;;) {
    const page = await db.auditEvent.findMany({
      where: { AND: [where, { seq: { gt: after } }] },
      orderBy: { seq: "asc" },
      take: pageSize,
    });
    for (const event of page) {
      after = event.seq;
      yield toAuditRecord(event);
    }
    if (page.length < pageSize) return;
  }
}

/** As it is exported and hashed. */
export const toAuditRecord = ({ seq, at, ...rest }: Prisma.AuditEventModel): AuditRecord => ({
  seq: Number(seq),
  at: at.toISOString(),
  ...rest,
});
