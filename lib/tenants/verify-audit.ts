import type { Tx } from "../db/client.ts";
import { readAudit } from "../db/read-audit.ts";
import { whyBroken } from "../domain/audit-chain.ts";
import { failure } from "../errors.ts";

/**
 * Walks the whole chain.
 * @returns the number of events and the last hash, to be noted elsewhere
 * @throws audit_broken naming the first event that does not fit
 */
export async function verifyAudit(db: Tx): Promise<{ events: number; head: string | null }> {
  let previous: { seq: number; hash: string } | null = null;
  for await (const record of readAudit(db)) {
    const why = whyBroken(previous, record);
    if (why !== null) throw failure("audit_broken", { seq: record.seq, why });
    previous = record;
  }
  return { events: previous?.seq ?? 0, head: previous?.hash ?? null };
}
