import { auditWhere } from "../db/audit-where.ts";
import type { Prisma, Tx } from "../db/client.ts";
import { toAuditRecord } from "../db/read-audit.ts";
import type { AuditRecord } from "../domain/audit-chain.ts";
import type { AuditSearch } from "../domain/audit-search.ts";

export interface AuditPage {
  /** The newest first. */
  readonly events: AuditRecord[];
  /** Whether there are more on either side. */
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

/** One page of the audit log, found by position, so that the last page costs what the first does. */
export async function searchAudit(db: Tx, search: AuditSearch): Promise<AuditPage> {
  const { at, pageSize } = search;
  const where = auditWhere(search);
  const isForward = at?.side === "newer";
  const read = (position: Prisma.BigIntFilter | undefined, ascending: boolean, take: number) =>
    db.auditEvent.findMany({
      where: { AND: [where, position ? { seq: position } : {}] },
      orderBy: { seq: ascending ? "asc" : "desc" },
      take,
    });
  const found = await read(at === null ? undefined : { [isForward ? "gt" : "lt"]: at.than }, isForward, pageSize + 1);
  const isCut = found.length > pageSize;
  const events = found.slice(0, pageSize).map(toAuditRecord);
  if (isForward) events.reverse();
  const [newest, oldest] = [events[0]?.seq, events.at(-1)?.seq];
  const isBeside = async (side: "gt" | "lt", seq: number): Promise<boolean> =>
    (await read({ [side]: seq }, side === "gt", 1)).length > 0;
  return {
    events,
    hasOlder: isForward ? oldest !== undefined && (await isBeside("lt", oldest)) : isCut,
    hasNewer: isForward ? isCut : at !== null && newest !== undefined && (await isBeside("gt", newest)),
  };
}

/** Every action that was ever written down, found by jumping from one to the next in the index. */
export async function listAuditActions(db: Tx): Promise<string[]> {
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE actions AS (
      (SELECT action FROM audit_events ORDER BY action LIMIT 1)
      UNION ALL
      SELECT (SELECT e.action FROM audit_events e WHERE e.action > a.action ORDER BY e.action LIMIT 1)
      FROM actions a WHERE a.action IS NOT NULL
    )
    SELECT action FROM actions WHERE action IS NOT NULL`;
  return rows.map(({ action }) => action);
}
