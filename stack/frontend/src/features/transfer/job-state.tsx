import { Badge } from "@/components/ui/badge.tsx";
import type { Job } from "@/features/transfer/api.ts";
import { ProgressBar } from "@/features/transfer/progress-bar.tsx";
import { shareOf, stepOf } from "@/features/transfer/words.ts";

const states = {
  waiting: { tone: "idle", label: "Waiting" },
  running: { tone: "idle", label: "Under way" },
  done: { tone: "ok", label: "Done" },
  failed: { tone: "warn", label: "Failed" },
} as const;

export function JobBadge({ status }: Pick<Job, "status">) {
  const { tone, label } = states[status];
  return <Badge tone={tone}>{label}</Badge>;
}

/** How far one is that is under way. */
export function JobProgress({ job }: { job: Job }) {
  return (
    <div className="grid gap-1.5">
      <p className="text-muted text-sm tabular-nums">{stepOf(job)}</p>
      {job.status === "running" && <ProgressBar label={job.name} share={shareOf(job)} />}
    </div>
  );
}
