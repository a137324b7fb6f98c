import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { SiteLink } from "@/components/ui/site-link.tsx";
import { StatusDot } from "@/components/ui/status-dot.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { RunningDemo } from "@/lib/tenants/survey-demos.ts";

const states: Record<RunningDemo["state"], { words: string; tone: "ok" | "busy" | "bad" | "idle" }> = {
  ready: { words: "Open", tone: "ok" },
  making: { words: "Being made", tone: "busy" },
  failed: { words: "Did not come up", tone: "bad" },
  ending: { words: "Being removed", tone: "idle" },
};

interface DemoTableProps {
  demos: readonly RunningDemo[];
  now: Date;
  /** What can be done about a demo, where something can. */
  action: ((demo: RunningDemo) => ReactNode) | null;
}

/** Stacks that visitors are in, the next to end first. */
export function DemoTable({ demos, now, action }: DemoTableProps) {
  if (demos.length === 0)
    return (
      <EmptyState inSection title="Nobody is in a demo">
        Who opens one is seen here.
      </EmptyState>
    );
  return (
    <Table caption="Running demos">
      <thead>
        <Tr>
          <Th>Stack</Th>
          <Th>State</Th>
          <Th>Address</Th>
          <Th>Opened</Th>
          <Th>Ends</Th>
          {action && <Th aria-label="Actions" />}
        </Tr>
      </thead>
      <tbody>
        {demos.map((demo) => (
          <Tr key={demo.stackId}>
            <RowTh>{demo.name}</RowTh>
            <Td>
              <StatusDot tone={states[demo.state].tone}>{states[demo.state].words}</StatusDot>
            </Td>
            <Td>{demo.url ? <SiteLink url={demo.url} /> : "–"}</Td>
            <Td>
              <TimeAgo at={demo.claimedAt} now={now} />
            </Td>
            <Td>
              <TimeAgo at={demo.expiresAt} now={now} />
              {demo.keptFor && <p className="text-sm text-ink-muted">{demo.keptFor} asked to keep it</p>}
            </Td>
            {action && <Td className="text-right">{demo.state !== "ending" && action(demo)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
