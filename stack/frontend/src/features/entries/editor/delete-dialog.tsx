import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import type { Entry } from "@/features/entries/entry.ts";

type DeleteDialogProps = {
  entry: Entry;
  open: boolean;
  onClose: () => void;
  /** @throws {ApiError} which is shown here */
  onDelete: () => Promise<void>;
};

export function DeleteDialog({ entry, open, onClose, onDelete }: DeleteDialogProps) {
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Delete “${entry.title}”?`}
      description={
        entry.published
          ? "It disappears from the site at once and cannot be brought back. To take it off the site and keep it, unpublish it instead."
          : "It cannot be brought back, and its history goes with it."
      }
      confirm="Delete for good"
      cancel="Keep it"
      run={onDelete}
    />
  );
}
