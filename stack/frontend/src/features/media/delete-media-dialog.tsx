import { useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { deleteMedia, type Media, mediaKey, usesQuery } from "@/features/media/api.ts";
import { ApiError } from "@/lib/api-error.ts";

type DeleteMediaDialogProps = { media: Media; onClose: () => void; onDeleted: () => void };

/** Asks before a file goes, and says what would lose it. */
export function DeleteMediaDialog({ media, onClose, onDeleted }: DeleteMediaDialogProps) {
  const queryClient = useQueryClient();
  const uses = useQuery(usesQuery(media.id));
  const shown = uses.data ?? [];
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete “${media.name}”?`}
      description="It is gone for good, and its address with it."
      confirm={shown.length > 0 ? "Delete it all the same" : "Delete"}
      waiting={uses.isPending}
      run={async () => {
        try {
          await deleteMedia(media.id, shown.length > 0);
        } catch (error) {
          // Somebody has begun to use it since: show where.
          if (error instanceof ApiError && error.code === "media_in_use") void uses.refetch();
          throw error;
        }
        toast.success(`“${media.name}” is deleted`);
        onDeleted();
        void queryClient.invalidateQueries({ queryKey: mediaKey });
      }}
    >
      {shown.length > 0 && (
        <Notice
          tone="warn"
          className="mt-4"
          title={shown.length === 1 ? "It is in use" : `It is in use in ${shown.length} places`}
        >
          <p>These would lose it:</p>
          <ul className="list-disc pl-5">
            {shown.slice(0, 8).map(({ kind, id, title }) => (
              <li key={`${kind} ${id}`}>{title}</li>
            ))}
            {shown.length > 8 && <li>and {shown.length - 8} more</li>}
          </ul>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
