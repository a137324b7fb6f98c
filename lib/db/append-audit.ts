import { randomUUID } from "node:crypto";
import { chainHash, chainStart } from "../domain/audit-chain.ts";
import type { Prisma } from "./client.ts";
import type { Sql } from "./sql.ts";

export interface AuditEntry {
  /** `cli:root`, `admin:mail@…`, `worker`. */
  readonly actor: string;
  /** Past participle after its noun: `tenant.created`. */
  readonly action: string;
  readonly subject: string;
  readonly reason?: string | null;
  readonly origin: string;
  readonly requestId?: string;
  readonly details?: Prisma.InputJsonObject;
}

/** Any constant will do, as long as nobody else takes it. */
const chainLock = 4_170_311;

/** Appends to the chain inside the caller's transaction; the lock is held until that commits. */
export async function appendAudit(tx: Sql, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`;
  const [last] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1`;
  const event = {
    seq: Number(last?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    reason: entry.reason ?? null,
    origin: entry.origin,
    requestId: entry.requestId ?? randomUUID(),
    details: entry.details ?? {},
    prevHash: last?.hash ?? chainStart,
  };
  await tx.$executeRaw`
    INSERT INTO audit_events
      (seq, at, actor, action, subject, reason, origin, request_id, details, prev_hash, hash)
    VALUES
      (${event.seq}::bigint, ${event.at}::timestamptz, ${event.actor}, ${event.action}, ${event.subject}, ${event.reason},
       ${event.origin}, ${event.requestId}, ${JSON.stringify(event.details)}::jsonb, ${event.prevHash}, ${chainHash(event)})`;
}
