import Link from "next/link";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { Applicant } from "./applicant.tsx";

const outcomes = {
  approved: { tone: "ok", label: "Approved" },
  rejected: { tone: "idle", label: "Rejected" },
  lapsed: { tone: "plain", label: "Lapsed" },
} as const;

/** What was decided, by whom and why; the latest first. */
export function DecidedList({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing has been decided yet">
        Approved and rejected applications are kept here, with who decided and why.
      </EmptyState>
    );
  }
  return (
    <Table caption="Decided applications">
      <thead>
        <tr>
          <Th>Company</Th>
          <Th>Applicant</Th>
          <Th>Decision</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowTh className="wrap-anywhere">
              {row.tenant ? (
                <Link href={`/admin/tenants/${row.tenant}`} prefetch={false} className="link">
                  {row.companyName}
                </Link>
              ) : (
                row.companyName
              )}
              <span className="caption block font-mono text-[0.75rem] font-normal">{row.slug}</span>
            </RowTh>
            <Td>
              <Applicant row={row} />
            </Td>
            <Td className="max-w-md">
              <Outcome row={row} />
            </Td>
            <Td>
              <TimeAgo at={row.decidedAt ?? row.createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outcome({ row: { status, decidedBy, reason } }: { row: QueueRow }) {
  if (status === "pending" || status === "unverified") return null;
  const { tone, label } = outcomes[status];
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {decidedBy && <span className="caption ml-2 wrap-anywhere">by {decidedBy.replace(/^admin:/, "")}</span>}
      {reason && <p className="mt-1 wrap-anywhere text-ink-muted">{reason}</p>}
    </>
  );
}
