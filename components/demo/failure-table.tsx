import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import type { SpareFailureRow } from "@/lib/tenants/survey-demos.ts";

/** Demos and stacks of the pool that did not come up: what was left of them is removed, why stays. */
export function FailureTable({ failures }: { failures: readonly SpareFailureRow[] }) {
  return (
    <Table caption="What did not come up">
      <thead>
        <Tr>
          <Th>Stack</Th>
          <Th>For</Th>
          <Th>When</Th>
          <Th>Why</Th>
        </Tr>
      </thead>
      <tbody>
        {failures.map(({ stackName, kind, at, message, remedy }) => (
          <Tr key={stackName}>
            <RowTh>{stackName}</RowTh>
            <Td>{kind === "demo" ? "A visitor" : "The pool"}</Td>
            <Td className="whitespace-nowrap">
              <Moment at={at} />
            </Td>
            <Td className="wrap-anywhere">
              {message}
              <p className="text-sm text-ink-muted">{remedy}</p>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
