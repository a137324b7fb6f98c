"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { backdropStyle, dialogStyle } from "./popup.ts";

interface AlertDialogProps {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description: ReactNode;
  /** Put the safe way out first: it gets the focus. */
  actions: ReactNode;
  children?: ReactNode;
}

/** A question that has to be answered; a click outside does not close it, Escape does. */
export function AlertDialog({ trigger, open, onOpenChange, title, description, actions, children }: AlertDialogProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup className={dialogStyle}>
          <Base.Title className="text-2xl">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-2 text-ink-muted">
            {description}
          </Base.Description>
          {children}
          <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export const AlertDialogClose = Base.Close;
