import { randomUUID } from "node:crypto";
import { chainHash, chainStart } from "../domain/audit-chain.ts";
import type { Prisma, Tx } from "./client.ts";

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
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`;
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  const at = new Date();
  const event = {
    seq: Number(last?.seq ?? 0) + 1,
    at: at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject,
    reason: entry.reason ?? null,
    origin: entry.origin,
    requestId: entry.requestId ?? randomUUID(),
    details: entry.details ?? {},
    prevHash: last?.hash ?? chainStart,
  };
  await tx.auditEvent.create({ data: { ...event, at, hash: chainHash(event) } });
}
