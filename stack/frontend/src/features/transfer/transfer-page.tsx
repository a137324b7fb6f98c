import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { DropZone } from "@/features/media/drop-zone.tsx";
import { siteQuery } from "@/features/site/api.ts";
import { isUnderWay, type Job, jobsQuery } from "@/features/transfer/api.ts";
import { ExportCard } from "@/features/transfer/export-card.tsx";
import { ImportCard } from "@/features/transfer/import-card.tsx";
import { JobRow } from "@/features/transfer/job-row.tsx";
import { RemoveJobDialog } from "@/features/transfer/remove-job-dialog.tsx";
import { useSiteUpload } from "@/features/transfer/use-site-upload.ts";
import { stepOf } from "@/features/transfer/words.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function TransferPage() {
  const { data: site } = useQuery(siteQuery);
  const jobs = useQuery(jobsQuery);
  const upload = useSiteUpload();
  const [removing, setRemoving] = useState<Job | null>(null);
  useDocumentTitle("Import & export", site?.title ?? "");

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Import & export" />
      <p className="mt-4 max-w-2xl text-muted">
        Take the whole site with you, or bring one in. Both go on by themselves when you leave this
        screen.
      </p>
      <DropZone
        into="this site"
        disabled={upload.state.is === "sending"}
        onFiles={([file]) => {
          if (file) void upload.start(file, true);
        }}
      >
        <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
          <ImportCard upload={upload} />
          <ExportCard />
        </div>
      </DropZone>
      <h2 className="mt-12 font-display text-3xl leading-tight">So far</h2>
      <QueryState query={jobs} what="exports and imports">
        {({ items }) => (
          <>
            <p role="status" className="sr-only">
              {items.filter(isUnderWay).map(stepOf)[0] ?? ""}
            </p>
            {items.length === 0 ? (
              <p className="mt-4 border-ink border-t pt-6 text-muted">
                Nothing has been exported or imported yet.
              </p>
            ) : (
              <ul className="mt-4 border-ink border-t">
                {items.map((job) => (
                  <JobRow key={job.id} job={job} onRemove={() => setRemoving(job)} />
                ))}
              </ul>
            )}
          </>
        )}
      </QueryState>
      <RemoveJobDialog job={removing} onClose={() => setRemoving(null)} />
    </div>
  );
}
