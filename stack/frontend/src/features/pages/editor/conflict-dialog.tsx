import { toast } from "sonner";
import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Page, PageFields } from "@/features/pages/api.ts";
import { clockTime } from "@/lib/time.ts";

type ConflictDialogProps = {
  /** The version that is stored, while there is a conflict. */
  theirs: Page | null;
  mine: PageFields;
  open: boolean;
  onClose: () => void;
  onReload: () => void;
  onOverwrite: () => void;
};

/** Two people saved the same page; nothing is thrown away without being asked. */
export function ConflictDialog({
  theirs,
  mine,
  open,
  onClose,
  onReload,
  onOverwrite,
}: ConflictDialogProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(mine.body);
      toast.success("Your text is in the clipboard");
    } catch {
      toast.error("The browser did not allow copying. Select the text in the editor instead.");
    }
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="This page was changed elsewhere"
      description={
        <>
          <p>
            It was saved {theirs && `at ${clockTime(new Date(theirs.updatedAt))}, `}after you opened
            it: by somebody else, or by you in another window. Yours is not saved yet.
          </p>
          <p className="mt-3">
            Load the other version and lose yours, or save yours over it. To keep both, copy your
            text first.
          </p>
        </>
      }
      actions={
        <>
          <Button onClick={() => void copy()}>Copy my text</Button>
          <Button onClick={onReload}>Load the other version</Button>
          <Button variant="danger" onClick={onOverwrite}>
            Overwrite with mine
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Decide later
          </Button>
        </>
      }
    />
  );
}
