import Link from "next/link";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { Applicant } from "./applicant.tsx";
import { ApplicationCard, ApplicationList } from "./application-list.tsx";

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
    <ApplicationList
      label="Decided applications"
      heads={["Company", "Applicant", "Decision", "When"]}
      columns="lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,6fr)_auto]"
    >
      {rows.map((row) => (
        <ApplicationCard
          key={row.id}
          company={
            row.tenant ? (
              <Link href={`/admin/tenants/${row.tenant}`} prefetch={false} className="link">
                {row.companyName}
              </Link>
            ) : (
              row.companyName
            )
          }
          beneath={<p className="caption font-mono text-[0.75rem] wrap-anywhere">{row.slug}</p>}
        >
          <div className="min-w-0">
            <Applicant row={row} />
          </div>
          <div className="min-w-0">
            <Outcome row={row} />
          </div>
          <TimeAgo at={row.decidedAt ?? row.createdAt} now={now} className="max-lg:caption lg:whitespace-nowrap" />
        </ApplicationCard>
      ))}
    </ApplicationList>
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
