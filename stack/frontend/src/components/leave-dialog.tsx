import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";

type LeaveDialogProps = {
  open: boolean;
  saving: boolean;
  /** What one goes back to, e.g. "Keep writing". */
  stay?: string;
  onStay: () => void;
  onLeave: () => void;
  onSaveAndLeave: () => void;
};

export function LeaveDialog({
  open,
  saving,
  stay = "Keep writing",
  onStay,
  onLeave,
  onSaveAndLeave,
}: LeaveDialogProps) {
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onStay();
      }}
      title="Leave without saving?"
      description="What you have changed since the last save would be lost."
      actions={
        <>
          <Button variant="primary" busy={saving} onClick={onSaveAndLeave}>
            Save and leave
          </Button>
          <Button onClick={onStay}>{stay}</Button>
          <Button variant="quiet" className="text-bad" onClick={onLeave}>
            Leave without saving
          </Button>
        </>
      }
    />
  );
}
