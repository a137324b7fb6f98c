import { auditWhere } from "../db/audit-where.ts";
import type { Tx } from "../db/client.ts";
import { readAudit } from "../db/read-audit.ts";
import type { AuditFilter } from "../domain/audit-search.ts";
import { csvLine } from "../domain/csv-line.ts";

const head = [
  "seq",
  "at",
  "actor",
  "action",
  "subject",
  "reason",
  "origin",
  "request_id",
  "details",
  "prev_hash",
  "hash",
] as const;

export type AuditFormat = "jsonl" | "csv";

/**
 * Events of the audit log as text, one a line, the oldest first. JSONL is what `audit export` writes:
 * of the whole log it can be verified anywhere.
 */
export async function* exportAudit(db: Tx, filter: AuditFilter, format: AuditFormat): AsyncGenerator<string> {
  if (format === "csv") yield csvLine(head);
  for await (const event of readAudit(db, auditWhere(filter))) {
    if (format === "jsonl") yield `${JSON.stringify(event)}\n`;
    else {
      yield csvLine([
        event.seq,
        event.at,
        event.actor,
        event.action,
        event.subject,
        event.reason,
        event.origin,
        event.requestId,
        JSON.stringify(event.details),
        event.prevHash,
        event.hash,
      ]);
    }
  }
}
