import { EmptyState } from "@/components/ui/empty-state.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { Applicant, Wish } from "./applicant.tsx";

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
    <Table caption="Applications whose address is not confirmed">
      <thead>
        <tr>
          <Th>Company</Th>
          <Th>Applicant</Th>
          <Th>Asks for</Th>
          <Th>Since</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <RowTh className="wrap-anywhere">{row.companyName}</RowTh>
            <Td>
              <Applicant row={row} />
            </Td>
            <Td>
              <Wish row={row} />
            </Td>
            <Td>
              <TimeAgo at={row.createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
