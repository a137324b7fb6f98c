"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { backdropStyle } from "./popup.ts";

interface SheetProps {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  side?: "left" | "right";
  children: ReactNode;
  className?: string;
}

/** A drawer at the edge of the window: menus on a phone, details beside a list. */
export function Sheet({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  side = "right",
  children,
  className,
}: SheetProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          className={cn(
            "fixed inset-y-0 z-50 w-96 max-w-[calc(100vw-3rem)] overflow-y-auto overscroll-contain bg-paper p-6 shadow-dialog transition-[translate] duration-200",
            side === "right"
              ? "right-0 border-l border-rule data-ending-style:translate-x-full data-starting-style:translate-x-full"
              : "left-0 border-r border-rule data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
            className,
          )}
        >
          <Base.Title className="pr-12 text-2xl">{title}</Base.Title>
          {description && (
            <Base.Description render={<div />} className="mt-2 text-ink-muted">
              {description}
            </Base.Description>
          )}
          <div className="mt-6">{children}</div>
          <Base.Close
            aria-label="Close"
            className={cn(buttonStyle({ variant: "quiet", size: "icon" }), "absolute top-4 right-4")}
          >
            <X aria-hidden="true" strokeWidth={1.5} />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
