import { toast } from "sonner";
import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Entry, EntryFields } from "@/features/entries/entry.ts";
import { readable } from "@/features/entries/history/readable.ts";
import { clockTime } from "@/lib/time.ts";

type ConflictDialogProps = {
  /** The version that is stored, while there is a conflict. */
  theirs: Entry | null;
  mine: EntryFields;
  open: boolean;
  onClose: () => void;
  onReload: () => void;
  onOverwrite: () => void;
};

/** Two people saved the same entry; nothing is thrown away without being asked. */
export function ConflictDialog({
  theirs,
  mine,
  open,
  onClose,
  onReload,
  onOverwrite,
}: ConflictDialogProps) {
  const copy = async () => {
    const { body, ...others } = mine.data;
    const text = typeof body === "string" ? body : readable(others).join("\n");
    try {
      await navigator.clipboard.writeText(text);
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
      title="This was changed elsewhere"
      description={
        <>
          <p>{theirs && whoAndWhen(theirs)} Yours is not saved yet.</p>
          <p className="mt-3">
            Load the other version and lose yours, or save yours over it. To keep both, copy your
            text first. The other version stays in the history whatever you choose.
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

function whoAndWhen({ savedBy, updatedAt }: Entry): string {
  const at = clockTime(new Date(updatedAt));
  return savedBy
    ? `${savedBy.name} saved it at ${at}, after you opened it here.`
    : `It was saved at ${at}, after you opened it here.`;
}
