import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { messageOf } from "@/lib/api-error.ts";

type ConfirmDialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  description: ReactNode;
  /** What the button does, e.g. "Revoke". */
  confirm: string;
  /** The safe way out, e.g. "Keep". */
  cancel?: string;
  /** While it is not known yet what would happen. */
  waiting?: boolean;
  /** What would happen, at more length. */
  children?: ReactNode;
  /** Closes when it is done; what went wrong is told in the window. */
  run: () => Promise<void>;
};

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  confirm,
  cancel = "Keep",
  waiting = false,
  children,
  run,
}: ConfirmDialogProps) {
  const action = useMutation({ mutationFn: run, onSuccess: onClose });
  const close = () => {
    action.reset();
    onClose();
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={close}>{cancel}</Button>
          <Button
            variant="danger"
            busy={action.isPending || waiting}
            onClick={() => action.mutate()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {action.error && (
        <Notice tone="bad" className="mt-4">
          {messageOf(action.error)}
        </Notice>
      )}
    </AlertDialog>
  );
}
