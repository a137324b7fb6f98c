import type { FleetRow } from "@/lib/tenants/fleet-row.ts";

/** What is wrong, and the one thing to do about it. */
export function ProblemNote({ problem }: { problem: NonNullable<FleetRow["problem"]> }) {
  return (
    <div className="max-w-3xl border-l-2 border-bad pl-3 wrap-anywhere">
      <p>{problem.message}</p>
      <p className="text-ink-muted">{problem.remedy}</p>
    </div>
  );
}
