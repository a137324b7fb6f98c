"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, type RefObject, useRef } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { backdropStyle, dialogStyle } from "./popup.ts";

interface DialogProps {
  /** A button that opens it; without one, say when by `open`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /**
   * Where the focus begins: at the first control, at the title of a long text, or at one element.
   * Not by `autoFocus`, which moves it before the dialog has noted where to bring it back to.
   */
  startAt?: "content" | "title" | RefObject<HTMLElement | null>;
  className?: string;
}

/** A modal window that Escape, the cross and a click outside close. `DialogClose` inside closes it, too. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  startAt = "content",
  className,
}: DialogProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Base.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropStyle} />
        <Base.Popup
          className={cn(dialogStyle, className)}
          initialFocus={startAt === "content" ? true : startAt === "title" ? heading : startAt}
        >
          <Base.Title ref={heading} tabIndex={-1} className="pr-10 text-2xl outline-none">
            {title}
          </Base.Title>
          {description && (
            <Base.Description render={<div />} className="mt-2 text-ink-muted">
              {description}
            </Base.Description>
          )}
          {children}
          {/* Last, so that the focus goes to the content first. */}
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

/** Closes the dialog or sheet it is in: `<DialogClose render={<Button variant="secondary" />}>Cancel</DialogClose>`. */
export const DialogClose = Base.Close;
