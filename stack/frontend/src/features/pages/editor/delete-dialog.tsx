import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Page } from "@/features/pages/api.ts";
import { messageOf } from "@/lib/api-error.ts";

type DeleteDialogProps = {
  page: Page;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  /** @throws {ApiError} which is shown here */
  onDelete: () => Promise<void>;
};

export function DeleteDialog({ page, open, busy, onClose, onDelete }: DeleteDialogProps) {
  const [error, setError] = useState<string | null>(null);
  const remove = async () => {
    setError(null);
    try {
      await onDelete();
    } catch (cause) {
      setError(messageOf(cause));
    }
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (next) return;
        setError(null);
        onClose();
      }}
      title={`Delete “${page.title}”?`}
      description={
        page.published
          ? "It disappears from the site at once and cannot be brought back. To take it off the site and keep it, unpublish it instead."
          : "It cannot be brought back."
      }
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            Delete for good
          </Button>
        </>
      }
    >
      {error && (
        <Notice tone="bad" className="mt-4">
          {error}
        </Notice>
      )}
    </AlertDialog>
  );
}
