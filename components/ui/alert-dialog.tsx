"use client";

import type { ReactNode } from "react";
import { Modal, type ModalProps } from "./modal.tsx";
import { dialogStyle } from "./popup.ts";

interface AlertDialogProps extends Omit<ModalProps, "startAt" | "className"> {
  /** Put the safe way out first: it gets the focus. */
  actions: ReactNode;
}

/** A question that has to be answered; a click outside does not close it, Escape does. */
export function AlertDialog({ actions, children, ...props }: AlertDialogProps) {
  return (
    <Modal role="alertdialog" isDismissible={false} className={dialogStyle} {...props}>
      {children}
      <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
    </Modal>
  );
}

export { ModalClose as AlertDialogClose } from "./modal.tsx";
