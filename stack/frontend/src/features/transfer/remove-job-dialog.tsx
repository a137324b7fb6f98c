import { useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { isUnderWay, type Job, removeJob, transferKey } from "@/features/transfer/api.ts";

type RemoveJobDialogProps = {
  /** Null while nobody asks. */
  job: Job | null;
  onClose: () => void;
  onRemoved?: () => void;
};

/** Asks before a job is stopped, or forgotten with its report and its file. */
export function RemoveJobDialog({ job, onClose, onRemoved }: RemoveJobDialogProps) {
  const queryClient = useQueryClient();
  const stops = job !== null && isUnderWay(job);
  return (
    <ConfirmDialog
      open={job !== null}
      onClose={onClose}
      title={stops ? `Stop “${job.name}”?` : `Remove “${job?.name ?? ""}”?`}
      description={
        stops
          ? "Nothing of it stays but pictures and files that are in the library already."
          : job?.kind === "export"
            ? "The exported file goes with it. The site stays as it is."
            : "Its report goes with it. What was imported stays."
      }
      confirm={stops ? "Stop" : "Remove"}
      cancel={stops ? "Go on" : "Keep"}
      run={async () => {
        if (!job) return;
        await removeJob(job.id);
        onRemoved?.();
        await queryClient.invalidateQueries({ queryKey: transferKey });
      }}
    />
  );
}
