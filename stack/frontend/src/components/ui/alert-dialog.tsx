import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { backdropClasses, popupClasses } from "@/components/ui/dialog.tsx";

type AlertDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** Put the safe way out first: it gets the focus. */
  actions: ReactNode;
  children?: ReactNode;
};

/** A question that has to be answered; a click outside does not close it, Escape does. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  description,
  actions,
  children,
}: AlertDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClasses} />
        <Base.Popup className={popupClasses}>
          <Base.Title className="font-display text-2xl leading-tight">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-2 text-muted">
            {description}
          </Base.Description>
          {children}
          <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
