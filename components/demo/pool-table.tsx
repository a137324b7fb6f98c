import { EmptyState } from "@/components/ui/empty-state.tsx";
import { StatusDot } from "@/components/ui/status-dot.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { DemosSurvey } from "@/lib/tenants/survey-demos.ts";

type PoolRow = DemosSurvey["pool"][number];

const states: Record<PoolRow["state"], { words: string; tone: "ok" | "busy" | "warn" | "bad" | "idle" }> = {
  available: { words: "Waits for somebody", tone: "ok" },
  warming: { words: "Being made ready", tone: "busy" },
  outdated: { words: "Older release, will be replaced", tone: "warn" },
  failed: { words: "Failed, will be made again", tone: "bad" },
  ending: { words: "Being removed", tone: "idle" },
};

/** Stacks that belong to nobody yet. */
export function PoolTable({ pool, size, now }: { pool: DemosSurvey["pool"]; size: number; now: Date }) {
  if (pool.length === 0) {
    return (
      <EmptyState inSection title="No stack waits">
        {size === 0
          ? "The pool is switched off: a visitor watches their demo being made, which takes a few seconds more."
          : "The worker makes the next one as soon as the machine is not busy."}
      </EmptyState>
    );
  }
  return (
    <Table caption="The warm pool">
      <thead>
        <Tr>
          <Th>Stack</Th>
          <Th>State</Th>
          <Th>Made</Th>
        </Tr>
      </thead>
      <tbody>
        {pool.map(({ id, name, state, createdAt, problem }) => (
          <Tr key={id}>
            <RowTh>{name}</RowTh>
            <Td>
              <StatusDot tone={states[state].tone}>{states[state].words}</StatusDot>
              {problem && <p className="mt-1 text-sm text-ink-muted wrap-anywhere">{problem}</p>}
            </Td>
            <Td>
              <TimeAgo at={createdAt} now={now} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
