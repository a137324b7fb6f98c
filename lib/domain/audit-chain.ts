import { canonicalJson, sha256 } from "./canonical-json.ts";

/** One event of the audit log, as it is exported. */
export interface AuditRecord {
  /** Position in the chain, from 1, without gaps. */
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly origin: string;
  readonly requestId: string;
  readonly details: unknown;
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first event's `prevHash` is. */
export const chainStart = "0".repeat(64);

/** `sha256(previous hash ‖ canonical JSON of the event without its hashes)`, in hex. */
export function chainHash(event: Omit<AuditRecord, "hash">): string {
  const { prevHash, seq, at, actor, action, subject, reason, origin, requestId, details } = event;
  return sha256(prevHash + canonicalJson({ seq, at, actor, action, subject, reason, origin, requestId, details }));
}

/** Why a record does not follow its predecessor; null when it does. */
export function whyBroken(
  previous: { readonly seq: number; readonly hash: string } | null,
  record: AuditRecord,
): string | null {
  if (record.seq !== (previous?.seq ?? 0) + 1) return `it should be number ${(previous?.seq ?? 0) + 1}`;
  if (record.prevHash !== (previous?.hash ?? chainStart)) return "it does not name its predecessor's hash";
  if (record.hash !== chainHash(record)) return "its content does not match its hash";
  return null;
}
