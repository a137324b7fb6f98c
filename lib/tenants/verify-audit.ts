import type { Tx } from "../db/client.ts";
import { readAudit } from "../db/read-audit.ts";
import { whyBroken } from "../domain/audit-chain.ts";
import { failure } from "../errors.ts";

export interface WholeChain {
  readonly events: number;
  /** The last hash, to be noted elsewhere; null of an empty log. */
  readonly head: string | null;
}

/** Events between two signs of progress. */
const stride = 1_000;

/**
 * Walks the whole chain.
 * @throws audit_broken naming the first event that does not fit
 */
export async function verifyAudit(db: Tx): Promise<WholeChain> {
  const walk = walkAudit(db);
  for (;;) {
    const { done, value } = await walk.next();
    if (done) return value;
  }
}

/** As `verifyAudit`, saying from time to time how many events fit so far. */
export async function* walkAudit(db: Tx): AsyncGenerator<number, WholeChain> {
  let previous: { seq: number; hash: string } | null = null;
  for await (const record of readAudit(db)) {
    const why = whyBroken(previous, record);
    if (why !== null) throw failure("audit_broken", { seq: record.seq, why });
    previous = record;
    if (record.seq % stride === 0) yield record.seq;
  }
  return { events: previous?.seq ?? 0, head: previous?.hash ?? null };
}
