import type { AuditFilter } from "../domain/audit-search.ts";
import type { Prisma } from "./client.ts";

/** A filter of the audit log as a condition. What names one actor or subject in full goes by an index. */
export const auditWhere = ({ actor, action, subject, from, until }: AuditFilter): Prisma.AuditEventWhereInput => ({
  ...(actor !== "" && { actor: named(actor) }),
  ...(action !== "" && { action }),
  ...(subject !== "" && { subject: named(subject) }),
  ...((from !== null || until !== null) && { at: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
});

const named = (text: string): string | Prisma.StringFilter =>
  text.includes(":") ? text : { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
