import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useRef } from "react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { cn } from "@/lib/cn.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /**
   * Where the focus begins: at the first control, at the title of a long text, or at one element.
   * Not by `autoFocus`, which moves it before the dialog has noted where to bring it back to.
   */
  startAt?: "content" | "title" | RefObject<HTMLElement | null>;
  className?: string;
};

export const backdropClasses =
  "fixed inset-0 z-40 bg-[#100f0d]/45 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/65";

export const popupClasses =
  "fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-lg -translate-y-1/2 overflow-y-auto rounded border border-rule bg-paper p-6 shadow-[0_24px_60px_-12px_rgb(28_26_23/0.35)] transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:translate-y-[calc(-50%+8px)] data-starting-style:opacity-0 sm:p-8";

/** A modal window that Escape, the cross and a click outside close. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  startAt = "content",
  className,
}: DialogProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = startAt === "content" ? true : startAt === "title" ? heading : startAt;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClasses} />
        <Base.Popup className={cn(popupClasses, className)} initialFocus={focus}>
          <Base.Title
            ref={heading}
            tabIndex={-1}
            className="pr-10 font-display text-2xl leading-tight outline-none"
          >
            {title}
          </Base.Title>
          {description && (
            <Base.Description render={<div />} className="mt-2 text-muted">
              {description}
            </Base.Description>
          )}
          {children}
          {/* Last, so that the focus goes to the content first. */}
          <Base.Close
            className={cn(
              buttonVariants({ variant: "quiet", size: "icon" }),
              "absolute top-4 right-4",
            )}
          >
            <X aria-hidden />
            <span className="sr-only">Close</span>
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
