import { EmptyState } from "@/components/ui/empty-state.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { Applicant, Wish } from "./applicant.tsx";
import { ApplicationCard, ApplicationList } from "./application-list.tsx";

/** Those who have not opened the link in their mail yet; nothing can be decided about them. */
export function UnconfirmedList({ rows, now }: { rows: readonly QueueRow[]; now: Date }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="Nobody is left to confirm">
        Who applies gets a mail with a link first. Until it is opened, the application stands here.
      </EmptyState>
    );
  }
  return (
    <ApplicationList
      label="Applications whose address is not confirmed"
      heads={["Company", "Applicant", "Asks for", "Since"]}
      columns="lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,6fr)_auto]"
    >
      {rows.map((row) => (
        <ApplicationCard key={row.id} company={row.companyName}>
          <div className="min-w-0">
            <Applicant row={row} />
          </div>
          <div className="min-w-0">
            <Wish row={row} />
          </div>
          <TimeAgo at={row.createdAt} now={now} className="max-lg:caption lg:whitespace-nowrap" />
        </ApplicationCard>
      ))}
    </ApplicationList>
  );
}
