"use client";

import { cn } from "./cn.ts";
import { Modal, type ModalProps } from "./modal.tsx";
import { dialogStyle } from "./popup.ts";

/** A modal window that Escape, the cross and a click outside close; `DialogClose` inside does, too. */
export function Dialog({ className, ...props }: ModalProps) {
  return <Modal isDismissible className={cn(dialogStyle, className)} {...props} />;
}

export { ModalClose as DialogClose } from "./modal.tsx";
