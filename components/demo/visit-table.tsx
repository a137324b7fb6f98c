import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { duration } from "@/components/ui/time.ts";
import { Moment } from "@/components/ui/time-ago.tsx";
import type { DemoVisitRow } from "@/lib/tenants/survey-demos.ts";

/** Who opened what and when; of strangers nothing more is known. */
export function VisitTable({ visits }: { visits: readonly DemoVisitRow[] }) {
  if (visits.length === 0)
    return (
      <EmptyState inSection title="No visits yet">
        The newest hundred are listed here.
      </EmptyState>
    );
  return (
    <Table caption="Visits">
      <thead>
        <Tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>Stack</Th>
          <Th>How</Th>
          <Th numeric>Took</Th>
        </Tr>
      </thead>
      <tbody>
        {visits.map(({ id, at, who, stackName, isWarm, claimMs }) => (
          <Tr key={id}>
            <Td className="whitespace-nowrap">
              <Moment at={at} />
            </Td>
            <Td className="wrap-anywhere">{who ?? "Somebody without a link"}</Td>
            <Td>{stackName}</Td>
            <Td>{isWarm ? "From the pool" : "Made while they watched"}</Td>
            <Td numeric>{claimMs === null ? "–" : duration(claimMs)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
