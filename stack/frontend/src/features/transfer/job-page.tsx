import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft, Download } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { sizeInWords } from "@/features/media/file-facts.ts";
import { siteQuery } from "@/features/site/api.ts";
import { fileAddress, isUnderWay, type JobDetail, jobQuery } from "@/features/transfer/api.ts";
import { JobBadge, JobProgress } from "@/features/transfer/job-state.tsx";
import { RemoveJobDialog } from "@/features/transfer/remove-job-dialog.tsx";
import { ReportTable } from "@/features/transfer/report-table.tsx";
import { contentsOf } from "@/features/transfer/words.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";
import { dayOf } from "@/lib/time.ts";

const route = getRouteApi("/signed-in/shell/transfer/$jobId");

/** One export or import: how far it is, and what came of everything in it. */
export function JobPage() {
  const { jobId } = route.useParams();
  const job = useQuery(jobQuery(jobId));
  return (
    <div className="mx-auto max-w-5xl">
      <Link
        to="/transfer"
        className="mb-4 inline-flex items-center gap-1.5 text-muted text-sm underline-offset-4 hover:text-ink hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All exports and imports
      </Link>
      <QueryState query={job} what="report">
        {(data) => <One job={data} />}
      </QueryState>
    </div>
  );
}

function One({ job }: { job: JobDetail }) {
  const { data: site } = useQuery(siteQuery);
  const [removing, setRemoving] = useState(false);
  const navigate = useNavigate();
  const { report } = job;
  useDocumentTitle(job.name, site?.title ?? "");
  return (
    <>
      <PageHeader title={job.kind === "import" ? "Import" : "Export"}>
        <div className="flex flex-wrap gap-2">
          {job.hasFile && (
            <a
              href={fileAddress(job.id)}
              download={job.name}
              className={buttonVariants({ variant: "primary" })}
            >
              <Download aria-hidden />
              Download
            </a>
          )}
          <Button onClick={() => setRemoving(true)}>{isUnderWay(job) ? "Stop" : "Remove"}</Button>
        </div>
      </PageHeader>
      <p className="mt-4 [overflow-wrap:anywhere]">
        <span className="font-medium">{job.name}</span>
        {job.bytes !== null && <span className="text-muted">, {sizeInWords(job.bytes)}</span>}{" "}
        <JobBadge status={job.status} />
      </p>
      <p className="mt-1 text-muted text-sm">
        {job.userName}, <TimeAgo iso={job.createdAt} />
        {job.fileUntil && `. The file is kept until ${dayOf(job.fileUntil)}.`}
      </p>
      {job.problem && (
        <Notice tone="bad" title={`The ${job.kind} was not carried out`} className="mt-6">
          <p>{job.problem}</p>
        </Notice>
      )}
      {isUnderWay(job) && (
        <div role="status" className="mt-6 max-w-xl">
          <JobProgress job={job} />
        </div>
      )}
      {report && job.kind === "export" && (
        <p className="mt-6 max-w-2xl">It holds {contentsOf(report) || "an empty site"}.</p>
      )}
      {report && (job.kind === "import" || report.items.length > 0) && (
        <ReportTable report={report} name={job.name} />
      )}
      <RemoveJobDialog
        job={removing ? job : null}
        onClose={() => setRemoving(false)}
        onRemoved={() => void navigate({ to: "/transfer" })}
      />
    </>
  );
}
