import type { AuditRecord } from "../domain/audit-chain.ts";
import type { Tx } from "./client.ts";

const pageSize = 1_000;

/** Every audit event in order, read a page at a time. */
export async function* readAudit(db: Tx): AsyncGenerator<AuditRecord> {
  let after = 0n;
  for (;;) {
    const page = await db.auditEvent.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: pageSize,
    });
    for (const { seq, at, ...rest } of page) {
      after = seq;
      yield { seq: Number(seq), at: at.toISOString(), ...rest };
    }
    if (page.length < pageSize) return;
  }
}
