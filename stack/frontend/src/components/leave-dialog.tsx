import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";

type LeaveDialogProps = {
  open: boolean;
  saving: boolean;
  onStay: () => void;
  onLeave: () => void;
  onSaveAndLeave: () => void;
};

export function LeaveDialog({ open, saving, onStay, onLeave, onSaveAndLeave }: LeaveDialogProps) {
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
          <Button onClick={onStay}>Keep writing</Button>
          <Button variant="quiet" className="text-bad" onClick={onLeave}>
            Leave without saving
          </Button>
        </>
      }
    />
  );
}
