import { Link } from "@tanstack/react-router";
import { Download, Trash2 } from "lucide-react";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { sizeInWords } from "@/features/media/file-facts.ts";
import { fileAddress, isUnderWay, type Job } from "@/features/transfer/api.ts";
import { JobBadge, JobProgress } from "@/features/transfer/job-state.tsx";
import { summaryOf } from "@/features/transfer/words.ts";

type JobRowProps = { job: Job; onRemove: () => void };

export function JobRow({ job, onRemove }: JobRowProps) {
  const summary = job.status === "done" ? summaryOf(job) : "";
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-rule border-b py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Link
            to="/transfer/$jobId"
            params={{ jobId: job.id }}
            className="font-display text-[1.375rem] leading-snug underline-offset-4 [overflow-wrap:anywhere] hover:underline"
          >
            {job.name}
          </Link>
          <JobBadge status={job.status} />
        </p>
        <p className="mt-0.5 text-muted text-sm">
          {job.kind === "import" ? "Import" : "Export"}
          {job.bytes !== null && `, ${sizeInWords(job.bytes)}`}
          <span aria-hidden> · </span>
          {job.userName}, <TimeAgo iso={job.createdAt} />
          {summary && (
            <>
              <span aria-hidden> · </span>
              {summary}
            </>
          )}
        </p>
        {job.problem && <p className="mt-1 text-sm text-warn">{job.problem}</p>}
        {isUnderWay(job) && (
          <div className="mt-2 max-w-md">
            <JobProgress job={job} />
          </div>
        )}
      </div>
      <div className="flex gap-2">
        {job.hasFile && (
          <a
            href={fileAddress(job.id)}
            download={job.name}
            className={buttonVariants({ size: "sm" })}
          >
            <Download aria-hidden />
            Download<span className="sr-only"> {job.name}</span>
          </a>
        )}
        <Button
          variant="quiet"
          size="icon-sm"
          title={isUnderWay(job) ? "Stop" : "Remove"}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
          <span className="sr-only">
            {isUnderWay(job) ? "Stop" : "Remove"} {job.name}
          </span>
        </Button>
      </div>
    </li>
  );
}
