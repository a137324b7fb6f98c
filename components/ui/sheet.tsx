"use client";

import { cn } from "./cn.ts";
import { Modal, type ModalProps } from "./modal.tsx";

/** A drawer at the edge of the window: menus on a phone, details beside a list. */
export function Sheet({ side = "right", className, children, ...props }: ModalProps & { side?: "left" | "right" }) {
  return (
    <Modal
      isDismissible
      className={cn(
        "fixed inset-y-0 h-dvh max-h-none w-96 max-w-[calc(100vw-3rem)] overflow-y-auto overscroll-contain bg-paper p-6 text-ink shadow-dialog transition-[translate] duration-200",
        side === "right"
          ? "right-0 left-auto border-l border-rule starting:translate-x-full"
          : "right-auto left-0 border-r border-rule starting:-translate-x-full",
        className,
      )}
      {...props}
    >
      <div className="mt-6">{children}</div>
    </Modal>
  );
}
